import Testing

@testable import FontPrograms

@Suite("Charstrings stand for themselves: subroutines are put where they are called")
struct CharStringTests {
    /// An INDEX with these strings.
    private func index(_ strings: [[UInt8]]) -> [UInt8] {
        guard !strings.isEmpty else { return [0, 0] }
        var bytes: [UInt8] = [0, UInt8(strings.count), 2, 0, 1]
        var offset = 1
        for string in strings {
            offset += string.count
            bytes += [UInt8(offset >> 8), UInt8(offset & 0xFF)]
        }
        return bytes + strings.flatMap { $0 }
    }

    private func flattened(_ code: [UInt8], global: [[UInt8]] = [], local: [[UInt8]] = []) -> [UInt8]? {
        index(global).withUnsafeBytes { global in
            index(local).withUnsafeBytes { local in
                code.withUnsafeBytes { code in
                    guard let global = CFFIndex(global, at: 0), let local = CFFIndex(local, at: 0) else { return nil }
                    return CharStringFlattener.flatten(code, global: global, local: local)
                }
            }
        }
    }

    // Numbers -107 … 107 are one byte, 139 more than they are; subroutines are called by their number less 107.
    private let zero: UInt8 = 139, first: UInt8 = 32
    private let rmoveto: UInt8 = 21, rlineto: UInt8 = 5, hstem: UInt8 = 1, hintmask: UInt8 = 19
    private let callsubr: UInt8 = 10, callgsubr: UInt8 = 29, endchar: UInt8 = 14, comeBack: UInt8 = 11

    @Test("What calls nothing stays as it is")
    func plain() {
        let code = [zero, zero, rmoveto, 240, 28, 1, 44, rlineto, endchar]
        #expect(flattened(code) == code)
    }

    @Test("A call goes with its number; a call in a called one, too")
    func calls() {
        #expect(
            flattened(
                [zero, zero, rmoveto, first, callsubr, endchar],
                global: [[zero, 150, rlineto, comeBack]], local: [[150, zero, rlineto, first, callgsubr, comeBack]])
                == [zero, zero, rmoveto, 150, zero, rlineto, zero, 150, rlineto, endchar])
    }

    @Test("A subroutine may end the glyph, and what follows the end is not looked at")
    func end() {
        #expect(flattened([first, callsubr, 99], local: [[endchar]]) == [endchar])
    }

    @Test("A mask is as long as the stems before it ask for, and is no operator")
    func masks() {
        // Nine stems, of which the last one is said by the mask alone: two bytes of mask, which look like calls.
        let stems = [UInt8](repeating: zero, count: 16) + [hstem, zero, zero]
        let code = stems + [hintmask, callsubr, callgsubr, endchar]
        #expect(flattened(code) == code)
        // Stems count that a subroutine has said.
        #expect(
            flattened([first, callsubr] + [hintmask, callsubr, callgsubr, endchar], local: [stems + [comeBack]]) == code
        )
    }

    @Test(
        "What is damaged, endless, or not done any more is refused",
        arguments: [
            [], [139], [139, 10], [10, 14], [200, 10, 14], [28, 1], [19], [12, 10, 14], [12], [139, 139, 139, 139, 14],
            [255, 0, 0], [11, 14], [15, 14], [32, 10, 14], [255, 0, 32, 0, 0, 10, 14],
        ] as [[UInt8]])
    func refused(code: [UInt8]) {
        // The only subroutine calls itself.
        #expect(flattened(code, local: [[32, 10, 11]]) == nil)
    }

    @Test("A little that unfolds to more than any glyph is refused")
    func bomb() {
        let doubling: [[UInt8]] = (0..<9).map { number in
            [number + 33, callsubr, number + 33, callsubr, number + 33, callsubr, number + 33, callsubr, comeBack]
        }
        let full = [UInt8](repeating: zero, count: 200) + [comeBack]
        #expect(flattened([32, callsubr, endchar], local: doubling + [full]) == nil)
    }
}
