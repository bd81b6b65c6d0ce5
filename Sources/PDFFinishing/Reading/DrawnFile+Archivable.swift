internal import PDFReading

extension DrawnFile {
    /// An object with its frame as PDF/A wants it, where Cairo 1.16 writes it otherwise; in all else as it is.
    func archivable(_ number: Int) -> [UInt8] {
        var object = Array(object(number))
        // Nothing is looked for in the data of a stream.
        let head = range(of: "stream\n", in: object, before: object.count)?.lowerBound ?? object.count
        replace("/Interpolate true", by: "/Interpolate false", in: &object, before: head)
        if range(of: "/CIDToGIDMap", in: object, before: head) == nil {
            // Cairo numbers the glyphs of a subset anew, so that characters' and glyphs' numbers are the same.
            replace(
                "/Subtype /CIDFontType2", by: "/Subtype /CIDFontType2 /CIDToGIDMap /Identity", in: &object, before: head
            )
        }
        if head < object.count { correctLength(of: &object) }
        return object
    }

    /// The groups that Cairo makes of what PDF cannot draw (a blurred shadow) have a length that is one too large.
    private func correctLength(of object: inout [UInt8]) {
        let tail = Array("\nendstream\nendobj\n".utf8)
        guard let data = range(of: "stream\n", in: object, before: object.count)?.upperBound,
            let key = range(of: "/Length ", in: object, before: data), object.suffix(tail.count).elementsEqual(tail)
        else { return }
        let digits = object[key.upperBound...].prefix { (0x30...0x39).contains($0) }
        let isReference = object[digits.endIndex...].starts(with: " 0 R".utf8)
        guard let length = PDFValueReader.integer(digits), !isReference else { return }
        let actual = object.count - tail.count - data
        guard length != actual else { return }
        object.replaceSubrange(digits.startIndex..<digits.endIndex, with: Array(String(actual).utf8))
    }

    private func replace(_ old: StaticString, by new: String, in object: inout [UInt8], before end: Int) {
        guard let range = range(of: old, in: object, before: end) else { return }
        object.replaceSubrange(range, with: Array(new.utf8))
    }

    private func range(of text: StaticString, in object: [UInt8], before end: Int) -> Range<Int>? {
        let pattern = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        return object.withUnsafeBufferPointer { bytes in
            var start = 0
            while start + pattern.count <= end {
                if bytes[start] == pattern[0], bytes[start..<start + pattern.count].elementsEqual(pattern) {
                    return start..<start + pattern.count
                }
                start += 1
            }
            return nil
        }
    }
}
