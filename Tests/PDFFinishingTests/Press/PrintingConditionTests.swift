import Foundation
import ReportForms
import ReportModel
import TestSupport
import Testing

@testable import PDFFinishing

@Suite("A printing condition: its profile is the one that it says, and separates colours")
struct PrintingConditionTests {
    static let profile = (try? Data(contentsOf: Project.file("layouts/profiles/FOGRA39L.icc"))).map(Array.init) ?? []

    static func fogra39() throws -> PrintingCondition {
        try PrintingCondition(profile: profile, known: nil, file: "FOGRA39L.icc")
    }

    @Test("White is paper, pure colours are inks that a printer would take, and never more than 300 % of them")
    func separation() throws {
        let condition = try Self.fogra39()
        #expect(condition.separate([255, 255, 255]) == [0, 0, 0, 0])
        let blue = condition.inks(of: ScreenColour(red: 0, green: 0, blue: 1))
        #expect(blue.cyan > 0.8 && blue.magenta > 0.6 && blue.yellow < 0.2)
        let green = condition.inks(of: ScreenColour(red: 0, green: 0.6, blue: 0))
        #expect(green.cyan > 0.7 && green.yellow > 0.8 && green.magenta < 0.3)
        for level in stride(from: 0, through: 255, by: 5) {
            for pixel in [[level, 0, 0], [0, level, 255 - level], [level, level, level]] {
                let inks = condition.separate(pixel.map(UInt8.init))
                #expect(inks.reduce(0) { $0 + Int($1) } <= 3 * 255 + 20, "\(pixel): \(inks)")
            }
        }
    }

    @Test("Lines and type in black, grey and red do not depend on the profile")
    func fixed() throws {
        let condition = try Self.fogra39()
        #expect(condition.inks(of: ScreenColour(red: 0, green: 0, blue: 0)) == Inks(black: 1))
        #expect(condition.inks(of: ScreenColour(red: 0.75, green: 0.75, blue: 0.75)) == Inks(black: 0.25))
        #expect(condition.inks(of: ScreenColour(red: 1, green: 0, blue: 0)) == .red)
    }

    @Test("A profile that is in no registry says itself what it is")
    func own() throws {
        let condition = try Self.fogra39()
        #expect(condition.identifier == "Custom" && condition.info.hasPrefix("FOGRA39L coated"))
        #expect(condition.registry == nil)
    }

    private static let damages: [(String, [UInt8], Diagnostic.ID)] = [
        ("empty", [], "press.profile-damaged"),
        ("text", Array("no profile".utf8), "press.profile-damaged"),
        ("head", Array(profile.prefix(100)), "press.profile-damaged"),
        ("header alone", Array(profile.prefix(128)), "press.profile-damaged"),
        ("cut", Array(profile.prefix(2_000)), "press.profile-damaged"),
        ("colours of screens", SRGBProfile.bytes, "press.profile-kind"),
        ("a scanner", Array(profile[..<12] + "scnr".utf8 + profile[16...]), "press.profile-kind"),
        ("version 5", Array(profile[..<8] + [5] + profile[9...]), "press.profile-version"),
        ("one ink", Array(profile[..<16] + "GRAY".utf8 + profile[20...]), "press.profile-kind"),
    ]

    @Test("What is no profile of four inks is refused, with its name", arguments: damages.indices)
    func damaged(index: Int) {
        let (name, bytes, id) = Self.damages[index]
        let error = #expect(throws: DiagnosticsError.self, "\(name)") {
            try PrintingCondition(profile: bytes, known: nil, file: "given.icc")
        }
        #expect(error?.diagnostics.map(\.id) == [id], "\(name)")
        #expect(error?.diagnostics.first?.place?.file == "given.icc")
        #expect(error?.diagnostics.first?.fault == .input)
    }

    @Test("Bytes that are changed at random are refused or taken, and break nothing")
    func mutations() {
        var generator = SeededGenerator(seed: 39)
        for _ in 0..<60 {
            var bytes = Self.profile
            for _ in 0..<8 { bytes[generator.next(below: 600)] = UInt8(generator.next(below: 256)) }
            guard let condition = try? PrintingCondition(profile: bytes, known: nil, file: "x.icc") else { continue }
            #expect(condition.separate([1, 2, 3, 200, 100, 0]).count == 8)
        }
    }
}
