import PDFSigning
import ReportModel
import TestSupport
import Testing

@Suite("Updates behind a signature: what alters the document is never valid")
struct UpdateAttackTests {
    struct Attack: CustomTestStringConvertible {
        var testDescription: String
        var update: AppendedUpdate

        init(_ name: String, _ objects: [Int: String], trailer: String = "", rows: String? = nil, preface: String = "")
        {
            testDescription = name
            update = AppendedUpdate(objects)
            update.trailer = trailer
            update.rows = rows
            update.preface = preface
        }
    }

    private static let page =
        "/Type/Page/Parent 2 0 R/MediaBox[0 0 300 400]/Resources<</Font<</F 5 0 R>>/XObject<</Later 90 0 R>>>>"
    private static let annotations = "/Annots[7 0 R 8 0 R 10 0 R]"
    private static let forged = "<</Length 36>>\nstream\nBT /F 20 Tf 40 200 Td (Forged) Tj ET\nendstream"
    private static let catalog = "/Type/Catalog/AcroForm 6 0 R/Metadata 9 0 R/Lang(zh-CN)"

    /// For a file whose only updates are a signature and its validation data: object 1 is another one there.
    private static let attacks: [Attack] = [
        Attack("the page’s text replaced", [4: forged]),
        Attack("text that lay ready shown", [3: "<<\(page)/Contents 11 0 R\(annotations)>>"]),
        Attack("text laid over the page", [3: "<<\(page)/Contents[4 0 R 41 0 R]\(annotations)>>", 41: forged]),
        Attack("the page turned", [3: "<<\(page)/Contents 4 0 R/Rotate 180\(annotations)>>"]),
        Attack("a page put in", [2: "<</Type/Pages/Kids[3 0 R 41 0 R]/Count 2>>", 41: "<</Type/Page/Parent 2 0 R>>"]),
        Attack("the pages replaced", [1: "<<\(catalog)/Pages 41 0 R>>", 41: "<</Type/Pages/Kids[]/Count 0>>"]),
        Attack(
            "something that happens when it is opened",
            [1: "<<\(catalog)/Pages 2 0 R/OpenAction<</S/JavaScript/JS(x)>>>>"]),
        Attack("another catalog", [41: "<<\(catalog)/Pages 2 0 R>>"], trailer: "/Root 41 0 R"),
        Attack("the font replaced", [5: "<</Type/Font/Subtype/Type1/BaseFont/Symbol>>"]),
        Attack("a picture that was missing", [90: "<</Subtype/Form/BBox[0 0 300 400]/Length 0>>\nstream\n\nendstream"]),
        Attack(
            "a note on the page",
            [
                3: "<<\(page)/Contents 4 0 R/Annots[7 0 R 8 0 R 10 0 R 41 0 R]>>",
                41: "<</Type/Annot/Subtype/FreeText/Rect[0 0 300 400]/Contents(Forged)>>",
            ]),
        Attack("a field taken from the page", [3: "<<\(page)/Contents 4 0 R/Annots[8 0 R 10 0 R]>>"]),
        Attack("the form’s fields replaced", [6: "<</Fields[8 0 R]>>"]),
        Attack(
            "viewers asked to draw the fields", [6: "<</Fields[7 0 R 8 0 R 10 0 R]/NeedAppearances true/SigFlags 3>>"]),
        Attack(
            "a field put in, not signed",
            [6: "<</Fields[7 0 R 8 0 R 10 0 R 41 0 R]/SigFlags 3>>", 41: "<</FT/Sig/T(New)/Rect[0 0 0 0]>>"]),
        Attack(
            "a time stamp that shows, its place said twice",
            [
                6: "<</Fields[7 0 R 8 0 R 10 0 R 41 0 R]/SigFlags 3>>", 42: "<</Type/DocTimeStamp>>",
                41: "<</Subtype/Widget/FT/Sig/T(New)/V 42 0 R/Rect[0 0 0 0]/Rect[0 0 300 400]>>",
            ]),
        Attack(
            "a field moved", [8: "<</Type/Annot/Subtype/Widget/FT/Sig/T(Counter)/Rect[0 0 300 400]/P 3 0 R/F 132>>"]),
        Attack(
            "a field’s look changed",
            [8: "<</Type/Annot/Subtype/Widget/FT/Sig/T(Counter)/Rect[160 40 240 120]/P 3 0 R/F 132/AP<</N 11 0 R>>>>"]),
        Attack(
            "the signed field emptied",
            [7: "<</Type/Annot/Subtype/Widget/FT/Sig/T(Body)/Rect[40 40 120 120]/P 3 0 R/F 132>>"]),
        Attack(
            "the signature replaced",
            [7: "<</Type/Annot/Subtype/Widget/FT/Sig/T(Body)/Rect[40 40 120 120]/P 3 0 R/F 132/V<</Type/Sig>>>>"]),
        Attack(
            "a field to write in filled",
            [10: "<</Type/Annot/Subtype/Widget/FT/Tx/T(Note)/Rect[40 300 240 320]/P 3 0 R/F 4/V(Forged)>>"]),
        Attack("a title in the trailer", [41: "<</Title(Forged)>>"], trailer: "/Info 41 0 R"),
        Attack("the metadata taken away", [9: "null"]),
        Attack("an object freed", [:], rows: "4 1\n0000000000 00001 f \n"),
        Attack("something behind no object", [41: "null"], preface: "4 0 obj\n\(forged)\nendobj\n"),
        Attack("a comment that some readers search for objects", [41: "null"], preface: "%4 0 obj\n"),
        Attack("rows of another length", [:], rows: "41 1\n0000000000 65535 f\n"),
        Attack("a second table for some readers", [41: "null"], trailer: "/XRefStm 17"),
        // What readers could read in two ways.
        Attack("a key twice", [3: "<<\(page)/Contents 4 0 R/Contents 11 0 R\(annotations)>>"]),
        Attack("a key twice, once in disguise", [3: "<<\(page)/Contents 4 0 R/Cont#65nts 11 0 R\(annotations)>>"]),
        Attack(
            "a key in a comment that ends early", [3: "<<\(page)/Contents 4 0 R%\r/Contents 11 0 R\n\(annotations)>>"]),
    ]

    @Test("Altered", arguments: attacks)
    func altered(attack: Attack) throws {
        let bytes = attack.update.appended(to: try SignedSample.longTerm.bytes)
        let problems = try Verifying.problems(bytes)
        #expect(!problems.isDisjoint(with: ["altered", "refused"]), "\(problems)")
    }

    @Test("The attacks are refused for what they do: an update that does nothing is none")
    func harmless() throws {
        let signed = try SignedSample.longTerm.bytes
        #expect(try Verifying.problems(AppendedUpdate([41: "<</Seen(nowhere)>>"]).appended(to: signed)) == [])
        #expect(
            try Verifying.problems(
                AppendedUpdate([5: "<</Type /Font /BaseFont /Helv#65tica /Subtype /Type1>>"]).appended(to: signed))
                == [])
    }

    @Test("An entry that leads elsewhere: to hidden text, to another generation, to two objects")
    func table() throws {
        let signed = try SignedSample.longTerm.bytes
        let hidden = try #require(signed.offset(of: "11 0 obj"))
        let text = try #require(signed.offset(of: "4 0 obj"))
        for rows in [
            "4 1\n" + AppendedUpdate.row(hidden), "4 1\n" + AppendedUpdate.row(text, "00001 n"),
            "4 1\n" + AppendedUpdate.row(text) + "4 1\n" + AppendedUpdate.row(hidden),
        ] {
            var update = AppendedUpdate()
            update.rows = rows
            let problems = try Verifying.problems(update.appended(to: signed))
            #expect(!problems.isDisjoint(with: ["altered", "refused"]), "\(rows) \(problems)")
        }
    }

    @Test("The metadata under another title are altered; under another date they are not")
    func metadata() throws {
        let signed = try SignedSample.longTerm.bytes
        func problems(_ metadata: String) throws -> Set<String> {
            var update = AppendedUpdate()
            update.objects = [(9, FileOfObjects.stream(Array(metadata.utf8), "/Type/Metadata/Subtype/XML"))]
            return try Verifying.problems(update.appended(to: signed))
        }
        let same = SignedSample.metadata(title: "Report")
        #expect(try problems(same.replacing("2026-01-01", with: "2027-01-01")) == [])
        #expect(try problems(SignedSample.metadata(title: "Forged")) == ["altered"])
        #expect(try problems(same.replacing("<pdfaid:part>3", with: "<pdfaid:part>2")) == ["altered"])
        #expect(try problems("<!DOCTYPE x>" + same) == ["altered"])
        #expect(try problems(String(same.dropLast(20))) == ["altered"])
    }

    // MARK: What a certification allows

    private static let note =
        "<</Type/Annot/Subtype/Widget/FT/Tx/T(Note)/Rect[40 300 240 320]/P 3 0 R/F 4/V(Received)/AP<</N 41 0 R>>>>"
    private static let counter =
        "<</Type/Annot/Subtype/Widget/FT/Sig/T(Counter)/Rect[160 40 240 120]/P 3 0 R/F 132/V 41 0 R>>"

    @Test("Fields may be filled in where the certification says so, and only there")
    func filled() throws {
        let update = AppendedUpdate([10: Self.note, 41: Self.forgedForm])
        let found = try Verifying.verify(update.appended(to: SignedSample.certified.bytes))
        #expect(found.signatures[0].verdict == .valid)
        #expect(found.revisions.last?.changes.map(\.kind) == [.filled])
        #expect(try Verifying.problems(update.appended(to: SignedSample.locked.bytes)) == ["altered"])
    }

    private static let forgedForm = "<</Subtype/Form/BBox[0 0 1 1]/Length 0>>\nstream\n\nendstream"

    @Test("Where nothing may follow, a signature is an alteration; what is no signature does not count as one")
    func countersigned() throws {
        let update = AppendedUpdate([8: Self.counter, 41: "<</Type/Sig/SubFilter/ETSI.CAdES.detached>>"])
        let locked = try Verifying.verify(update.appended(to: SignedSample.locked.bytes))
        #expect(Verifying.problems(locked.signatures[0]) == ["altered"])
        let certified = try Verifying.verify(update.appended(to: SignedSample.certified.bytes))
        #expect(certified.signatures[0].verdict == .valid)
        #expect(Verifying.problems(try #require(certified.signatures.last)) == ["byte-range"])
        #expect(certified.verdict == .invalid)
    }

    @Test("Validation data may be written anew, but not what else is shown")
    func store() throws {
        let signed = try SignedSample.longTerm.bytes
        // The catalog as it is there, with a store that has nothing, and one that has a page’s text in it.
        let catalog = try #require(signed.offset(of: "1 0 obj", from: (signed.offset(of: "/DSS") ?? 0) - 400))
        let end = try #require(signed.offset(of: "endobj", from: catalog))
        let text = String(decoding: signed[(catalog + 7)..<end], as: UTF8.self)
        let reference = try #require(text.firstMatch(of: /\/DSS \d+ 0 R/)).output
        func problems(_ store: String) throws -> Set<String> {
            try Verifying.problems(
                AppendedUpdate([1: text.replacing(reference, with: "/DSS " + store)]).appended(to: signed))
        }
        #expect(try problems("<<>>") == ["revocation-unknown"])
        #expect(try problems("<</Certs[41 0 R]>>") == ["altered"])
        #expect(try problems("<</Anything[4 0 R]>>") == ["altered"])
    }
}
