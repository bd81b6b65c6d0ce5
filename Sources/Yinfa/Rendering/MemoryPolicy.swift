internal import CMalloc

/// How the process keeps memory that it has given back.
public enum MemoryPolicy {
    /// For programs that make one report after the other: what a report took is kept for the next. Left to itself, glibc
    /// returns it to the system each time, and fetching it again takes a tenth of a report's time.
    public static func keepForNextReport() {
        mallopt(M_TRIM_THRESHOLD, 64 << 20)
        mallopt(M_MMAP_THRESHOLD, 32 << 20)
        mallopt(M_TOP_PAD, 1 << 20)
    }
}
