/// Which characters a face has, asked of it once each.
struct CharacterCoverage {
    private enum Answer: UInt8 {
        case unknown, yes, no
    }

    private var plane0 = [UInt8](repeating: Answer.unknown.rawValue, count: 0x10000)
    private var others: [UInt32: Bool] = [:]

    mutating func contains(_ scalar: Unicode.Scalar, ask: (Unicode.Scalar) -> Bool) -> Bool {
        guard scalar.value < 0x10000 else {
            if let known = others[scalar.value] { return known }
            let answer = ask(scalar)
            others[scalar.value] = answer
            return answer
        }
        switch Answer(rawValue: plane0[Int(scalar.value)]) {
        case .yes: return true
        case .no: return false
        case .unknown, nil:
            let answer = ask(scalar)
            plane0[Int(scalar.value)] = (answer ? Answer.yes : .no).rawValue
            return answer
        }
    }
}
