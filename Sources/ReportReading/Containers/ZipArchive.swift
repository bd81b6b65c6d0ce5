internal import CZip
internal import ReportModel

/// The container of an office file. It may come from anybody: what it unpacks to has bounds.
struct ZipArchive: ~Copyable {
    /// An office file has some twenty entries, and one for each picture.
    static let maximumEntries = 5_000
    static let maximumPart = 64 << 20
    /// What all that is read from it may come to.
    static let maximumTotal = 256 << 20
    /// XML packs to a twentieth; what packs to less than this is made to burst.
    static let maximumRatio = 400

    private let functions: yinfa_zip
    private let bytes: UnsafeMutableRawBufferPointer
    private let archive: OpaquePointer
    private let file: String
    private var indices: [String: UInt64] = [:]
    private var unpacked = 0

    /// - Throws: `DiagnosticsError`: `container.damaged`, `container.too-large`, `container.no-library`.
    static func open(_ content: [UInt8], file: String) throws(DiagnosticsError) -> ZipArchive {
        let functions = try ZipLibrary.open()
        let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: max(content.count, 1), alignment: 16)
        bytes.copyBytes(from: content)
        guard let handle = open(functions, bytes, count: content.count) else {
            bytes.deallocate()
            throw damaged(file)
        }
        var archive = ZipArchive(functions, bytes, handle, file)
        try archive.list()
        return archive
    }

    private init(
        _ functions: yinfa_zip, _ bytes: UnsafeMutableRawBufferPointer, _ archive: OpaquePointer, _ file: String
    ) {
        self.functions = functions
        self.bytes = bytes
        self.archive = archive
        self.file = file
    }

    private mutating func list() throws(DiagnosticsError) {
        let count = functions.zip_get_num_entries(archive, 0)
        guard (1...Int64(Self.maximumEntries)).contains(Int64(count)) else { throw Self.tooLarge(file) }
        for index in 0..<UInt64(count) {
            guard let name = stat(index)?.name.map({ String(cString: $0) }) else { throw Self.damaged(file) }
            // Of two entries by one name, one would be read here and the other elsewhere.
            guard indices.updateValue(index, forKey: name) == nil else { throw Self.damaged(file) }
        }
    }

    deinit {
        functions.zip_discard(archive)
        bytes.deallocate()
    }

    private static func open(
        _ functions: yinfa_zip, _ bytes: UnsafeMutableRawBufferPointer, count: Int
    ) -> OpaquePointer? {
        var problem = zip_error_t()
        functions.zip_error_init(&problem)
        defer { functions.zip_error_fini(&problem) }
        guard let source = functions.zip_source_buffer_create(bytes.baseAddress, zip_uint64_t(count), 0, &problem)
        else {
            return nil
        }
        guard let archive = functions.zip_open_from_source(source, ZIP_RDONLY, &problem) else {
            functions.zip_source_free(source)
            return nil
        }
        return archive
    }

    private func stat(_ index: UInt64) -> zip_stat_t? {
        var status = zip_stat_t()
        return functions.zip_stat_index(archive, index, 0, &status) == 0 ? status : nil
    }

    /// The bytes of an entry; nil where there is none by that name.
    mutating func read(_ name: String) throws(DiagnosticsError) -> [UInt8]? {
        guard let index = indices[name] else { return nil }
        guard let status = stat(index), let size = Int(exactly: status.size),
            let packed = Int(exactly: status.comp_size)
        else { throw Self.damaged(file) }
        guard size <= Self.maximumPart, unpacked + size <= Self.maximumTotal,
            size < 4 << 20 || size / Self.maximumRatio <= packed
        else { throw Self.tooLarge(file) }
        unpacked += size
        guard let entry = functions.zip_fopen_index(archive, index, 0) else { throw Self.damaged(file) }
        defer { _ = functions.zip_fclose(entry) }
        // What it says of its size is not to be trusted: one byte more is asked for, and must not be there.
        var content = [UInt8](repeating: 0, count: size + 1)
        var filled = 0
        while filled < content.count {
            let count = content.withUnsafeMutableBytes { buffer in
                functions.zip_fread(
                    entry, buffer.baseAddress?.advanced(by: filled), zip_uint64_t(buffer.count - filled))
            }
            guard count >= 0 else { throw Self.damaged(file) }
            if count == 0 { break }
            filled += Int(count)
        }
        guard filled == size else { throw Self.damaged(file) }
        content.removeLast()
        return content
    }

    private static func damaged(_ file: String) -> DiagnosticsError {
        DiagnosticsError(
            Diagnostic(
                "container.damaged", .error,
                Localized(
                    zh: "不是有效的 Office 文件：容器不完整、已损坏或有密码",
                    en: "no valid office file: the container is cut off, damaged or has a password"),
                at: Place(file: file),
                hint: Localized(zh: "请用 Word 或 WPS 打开后另存一次", en: "open it in Word or WPS and save it again")))
    }

    private static func tooLarge(_ file: String) -> DiagnosticsError {
        DiagnosticsError(
            Diagnostic(
                "container.too-large", .error,
                Localized(zh: "文件解开后过大，不予读取", en: "unpacked, the file is larger than any report; it is not read"),
                at: Place(file: file)))
    }
}
