extension [Double] {
    /// The middle value; the mean of the two middle ones of an even number. Zero of none.
    var median: Double {
        let ordered = sorted()
        guard !ordered.isEmpty else { return 0 }
        return (ordered[(count - 1) / 2] + ordered[count / 2]) / 2
    }
}
