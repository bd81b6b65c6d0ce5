import PDFReading
import ReportModel
import TestSupport
import Testing

@testable import PDFSigning

@Suite("What an update did, object by object")
struct RevisionComparisonTests {
    private func changes(_ base: FileOfObjects, _ update: AppendedUpdate) throws -> [RevisionChange] {
        let (old, new) = (base.bytes, update.appended(to: base.bytes))
        return try RevisionComparison(
            from: PDFDocument(old, file: "a.pdf"), to: PDFDocument(new, file: "a.pdf"), behind: old.count
        ).changes
    }

    /// A page with a text, a form with one field to sign in, and the lists as objects of their own.
    private func file(
        page: String = "/Contents 4 0 R", catalog: String = "", field: String = "/FT/Sig/T(Body)/Rect[0 0 9 9]",
        other: String = "[7 0 R]"
    ) -> FileOfObjects {
        var file = FileOfObjects(
            [
                "<</Pages 2 0 R/AcroForm 5 0 R\(catalog)>>", "<</Kids[3 0 R]/Count 1>>",
                "<</Type/Page/Annots 8 0 R\(page)>>", nil, "<</Fields 6 0 R/SigFlags 3>>", "[7 0 R]", "<<\(field)>>",
                other,
            ], trailer: "/ID[<00112233445566778899AABBCCDDEEFF><00>]")
        file.objects[3] = FileOfObjects.stream(Array("BT ET".utf8))
        return file
    }

    private static let stamp = "<</Subtype/Widget/FT/Sig/T(Stamp)/V 21 0 R/Rect[0 0 0 0]/P 3 0 R>>"
    private static let stampValue = "<</Type/DocTimeStamp/SubFilter/ETSI.RFC3161>>"

    @Test("A time stamp brings a field that does not show; the lists that it goes into may be objects of their own")
    func timeStamp() throws {
        var update = AppendedUpdate([6: "[7 0 R 20 0 R]", 8: "[7 0 R 20 0 R]", 20: Self.stamp, 21: Self.stampValue])
        #expect(try changes(file(), update) == [.timeStamp(field: "Stamp")])
        for (old, new) in [
            ("/Rect[0 0 0 0]", "/Rect[0 0 0 0]/AA<</PO<</S/JavaScript/JS(x)>>>>"), ("/Rect[0 0 0 0]", "/Rect[0 0 9 9]"),
            // To some readers, these show: no number of PDF has an exponent, and a reference is no number.
            ("/Rect[0 0 0 0]", "/Rect[600 0 6e2 842]"), ("/Rect[0 0 0 0]", "/Rect[0 9 0 R 9 0 0]"),
            ("/Rect[0 0 0 0]", ""), ("(Stamp)", "(Body)"), ("/FT/Sig", "/FT/Btn"), ("/V 21 0 R", ""),
        ] {
            update = AppendedUpdate([
                6: "[7 0 R 20 0 R]", 8: "[7 0 R 20 0 R]", 20: Self.stamp.replacing(old, with: new), 21: Self.stampValue,
            ])
            #expect(try changes(file(), update).contains { if case .alteration = $0 { true } else { false } }, "\(new)")
        }
    }

    @Test("A field is signed, with the look that goes with it")
    func signature() throws {
        let form = "<</Subtype/Form/BBox[0 0 9 9]/Length 0>>\nstream\n\nendstream"
        let update = AppendedUpdate([
            7: "<</FT/Sig/T(Body)/Rect[0 0 9 9]/V 20 0 R/AP<</N 21 0 R>>>>", 20: "<</Type/Sig>>", 21: form,
        ])
        #expect(try changes(file(), update) == [.signature(field: "Body")])
    }

    @Test("A key is what it means, however it is written: nothing comes in under another spelling")
    func disguisedKeys() throws {
        var base = file()
        base.objects[2] = Array("<</Type/Page/Contents 4 0 R>>".utf8)
        let note = "<</Type/Annot/Subtype/Stamp/Rect[0 0 9 9]>>"
        for key in ["/Annots", "/Anno#74s", "/#41nnots"] {
            let update = AppendedUpdate([3: "<</Type/Page/Contents 4 0 R\(key)[20 0 R]>>", 20: note])
            #expect(try changes(base, update) == [.alteration(.annotations(page: 3))], "\(key)")
        }
        for key in ["/Metadata", "/Meta#64ata"] {
            let update = AppendedUpdate([
                1: "<</Pages 2 0 R/AcroForm 5 0 R\(key) 20 0 R>>", 20: "<</Length 1>>\nstream\nx\nendstream",
            ])
            #expect(try changes(file(), update).contains(.alteration(.metadata)), "\(key)")
        }
    }

    // MARK: Objects that are two things

    @Test("A field that is a list of fonts, too")
    func fontField() throws {
        let update = AppendedUpdate([
            7: "<</FT/Sig/T(Body)/Rect[0 0 9 9]/V 20 0 R/AP<</Type/Font>>>>", 20: "<</Type/Sig>>",
        ])
        let base = file(page: "/Contents 4 0 R/Resources<</Font 7 0 R>>")
        #expect(try changes(base, update).contains(.alteration(.object(7, type: nil))))
    }

    @Test("A field that becomes a picture")
    func pictureField() throws {
        let picture = "/FT/Sig/T(Body)/Rect[0 0 9 9]/Subtype/Form/BBox[0 0 9 9]/Length 5"
        let base = file(page: "/Contents 4 0 R/Resources<</XObject<</x 7 0 R>>>>", field: picture)
        let update = AppendedUpdate([7: "<<\(picture)/V 20 0 R>>\nstream\nBT ET\nendstream", 20: "<</Type/Sig>>"])
        #expect(try changes(base, update).contains(.alteration(.object(7, type: "/Form"))))
    }

    @Test("A list of annotations that is a stream’s length")
    func length() throws {
        var base = file(other: "5")
        base.objects[3] = Array("<</Length 8 0 R>>\nstream\nBT ET\nendstream".utf8)
        #expect(try changes(base, AppendedUpdate([8: "2"])) == [.alteration(.object(8, type: nil))])
    }

    @Test("A store of certificates that is a page’s text, and metadata that are")
    func contents() throws {
        let text = "<</Length 5>>\nstream\nBT ET\nendstream"
        let stored = file(page: "/Contents 8 0 R", catalog: "/DSS<</Certs 8 0 R>>", other: "[4 0 R]")
        let grown = AppendedUpdate([8: "[4 0 R 20 0 R]", 20: text])
        #expect(
            try changes(stored, grown) == [
                .validationData, .alteration(.annotations(page: 3)), .alteration(.object(8, type: nil)),
            ])

        func metadata(_ date: String) -> String {
            let packet = SignedSample.metadata(title: "x").replacing("2026-01-01", with: date)
            return "<</Length \(packet.utf8.count)>>\nstream\n\(packet)\nendstream"
        }
        let update = AppendedUpdate([9: metadata("q BT ET Q ")])
        var plain = file(catalog: "/Metadata 9 0 R")
        plain.objects.append(Array(metadata("2026-01-01").utf8))
        #expect(try changes(plain, update) == [.dates])
        var shown = file(page: "/Contents[4 0 R 9 0 R]", catalog: "/Metadata 9 0 R")
        shown.objects.append(Array(metadata("2026-01-01").utf8))
        #expect(try changes(shown, update).contains(.alteration(.object(9, type: nil))))
    }

    @Test("Fields that lie in themselves, and fields without end")
    func loops() throws {
        let base = file(field: "/FT/Sig/T(Body)/Rect[0 0 9 9]/Kids[7 0 R]")
        #expect(try changes(base, AppendedUpdate([20: "null"])) == [.alteration(.form)])
    }

    @Test("Metadata taken out of the catalog, and metadata that nobody can read")
    func metadata() throws {
        var base = file(catalog: "/Metadata 9 0 R")
        base.objects.append(FileOfObjects.stream(Array(SignedSample.metadata(title: "x").utf8)))
        let without = AppendedUpdate([1: "<</Pages 2 0 R/AcroForm 5 0 R>>"])
        #expect(try changes(base, without) == [.alteration(.metadata)])
        base.objects[8] = FileOfObjects.stream(Array("<broken".utf8))
        let other = AppendedUpdate([9: "<</Length 7>>\nstream\n<other  \nendstream"])
        #expect(try changes(base, other) == [.alteration(.metadata)])
    }

    @Test("A file that is another one altogether is said to be so, and not a million times")
    func everything() throws {
        let texts = Dictionary(uniqueKeysWithValues: (9...2009).map { ($0, "(a)") })
        var base = file()
        base.objects += texts.map { _ in Array("(b)".utf8) }
        #expect(try changes(base, AppendedUpdate(texts)).count == 16)
    }

    @Test("A lock holds for a field whatever its name has in it")
    func lockedName() throws {
        let base = file(
            catalog:
                "/Lock<</Reference[<</TransformMethod/FieldMDP/TransformParams<</Action/Include/Fields[(A\\001)]>>>>]>>"
        )
        let document = try PDFDocument(base.bytes, file: "a.pdf")
        let policy = try ModificationPolicy(of: try #require(document.catalog["/Lock"]), in: document)
        #expect(!policy.allows(.signature(field: "A\u{1}")) && policy.allows(.signature(field: "A")))
    }

    // MARK: What signatures lock

    @Test(
        "Fields that a signature locks may not be signed or filled in afterwards",
        arguments: [
            ("/Action/All", true, true), ("/Action/Include/Fields[(A)(B.C)]", true, false),
            ("/Action/Exclude/Fields[(A)]", false, true), ("", true, true),
        ])
    func locks(lock: (parameters: String, a: Bool, other: Bool)) throws {
        let base = file(
            catalog:
                "/Lock<</Reference[<</TransformMethod/FieldMDP/TransformParams<<\(lock.parameters)>>>><</TransformMethod/DocMDP/TransformParams<</P 2>>>>]>>"
        )
        let document = try PDFDocument(base.bytes, file: "a.pdf")
        let policy = try ModificationPolicy(of: try #require(document.catalog["/Lock"]), in: document)
        #expect(policy.permission == 2)
        for change in [RevisionChange.signature(field: "A"), .filled(field: "A.sub")] {
            #expect(policy.allows(change) == !lock.a)
        }
        #expect(policy.allows(.signature(field: "Another")) == !lock.other)
        #expect(policy.allows(.validationData) && policy.allows(.timeStamp(field: "A")))
        #expect(!policy.allows(.newSignature(field: "B")) && !policy.allows(.alteration(.form)))
    }
}
