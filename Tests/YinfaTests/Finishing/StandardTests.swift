import Foundation
import FoundationXML
import TestSupport
import Testing

@Suite("Archives and readers who do not see: PDF/A and PDF/UA, judged by veraPDF")
struct StandardTests {
    @Test(
        "Every file keeps every clause of both standards",
        .enabled(if: VeraPDF.mustRun, Comment(rawValue: VeraPDF.absence ?? "")), arguments: ArchiveSpecimen.allCases)
    func compliant(specimen: ArchiveSpecimen) throws {
        let verdicts = try ArchiveSpecimen.verdicts.get()
        for profile in specimen.profiles {
            let verdict = try #require(verdicts[VeraPDF.Case(profile: profile, path: try specimen.rendered().path)])
            #expect(verdict.broken.isEmpty, "\(profile)")
            #expect(verdict.checks > 1000)
        }
    }

    @Test(
        "The judge does condemn: a plain PDF breaks both",
        .enabled(if: VeraPDF.mustRun, Comment(rawValue: VeraPDF.absence ?? "")))
    func plainBreaksBoth() throws {
        let path = try ArchiveSpecimen.renderedPlain.get().path
        for profile in ["3a", "ua1"] {
            let verdict = try ArchiveSpecimen.verdicts.get()[VeraPDF.Case(profile: profile, path: path)]
            #expect(verdict?.broken.isEmpty == false)
        }
    }

    @Test("A plain PDF has neither tags nor claims, and looks the same")
    func plain() throws {
        let plain = try ArchiveSpecimen.renderedPlain.get()
        let tagged = try ArchiveSpecimen.narrative.rendered()
        let information = try OutsideTool.run("pdfinfo", of: "poppler-utils", plain.path)
        #expect(information.contains(/Tagged: +no/) && information.contains(/Metadata Stream: +no/))
        #expect(plain.content.metadata["Title"] == tagged.content.metadata["Title"])
        #expect(
            plain.content.labels == tagged.content.labels && plain.content.outline.count == tagged.content.outline.count
        )
        for (page, other) in zip(plain.content.pages, tagged.content.pages) {
            #expect(page.characters.map(\.text).sorted() == other.characters.map(\.text).sorted())
        }
        #expect(try plain.bytes.count < tagged.bytes.count)
    }

    @Test(
        "A standard that does not exist, or one for pictures of pages, is a wrong command line that says why",
        arguments: [["--pdf", "a-1b"], ["--pdf", "a-3a", "--png"], ["--png", "--pdf", "plain"]])
    func contradiction(options: [String]) throws {
        let folder = try TemporaryFolder()
        let report = try folder.write(Specimen.yaml(), to: "r.yaml")
        let run = try Program.shell(#""$YINFA" render "$@""#, [report] + options)
        #expect(run.status == 64)
        #expect(run.messages.contains("--pdf"))
        if options.contains("--png") { #expect(run.messages.contains("--png")) }
        #expect(try folder.names == ["r.yaml"])
    }

    @Test(
        "XMP says what the information dictionary says, and claims what is kept",
        arguments: [ArchiveSpecimen.narrative, .part2])
    func metadata(specimen: ArchiveSpecimen) throws {
        let rendered = try specimen.rendered()
        let text = try OutsideTool.run("pdfinfo", of: "poppler-utils", "-meta", rendered.path)
        let packet = try XMLDocument(xmlString: text, options: [])
        func value(_ name: String) throws -> String? {
            try packet.nodes(forXPath: "//*[name()='\(name)']").first?.stringValue
        }
        let information = rendered.content.metadata
        #expect(information["Title"]?.contains("清水镇A&B<乡>") == true)
        #expect(try value("dc:title") == information["Title"])
        #expect(try value("dc:creator") == information["Author"])
        #expect(try value("dc:description") == information["Subject"])
        #expect(try value("pdf:Keywords") == information["Keywords"])
        #expect(try value("pdf:Producer") == information["Producer"])
        #expect(try value("xmp:CreatorTool") == information["Creator"])
        #expect(try value("xmp:CreateDate") == "2023-01-29T00:00:00+08:00")
        #expect(information["CreationDate"]?.contains("D:20230129000000+08'00'") == true)
        #expect(try value("pdfaid:part") == (specimen == .part2 ? "2" : "3"))
        #expect(try value("pdfaid:conformance") == "A")
        #expect(try value("pdfuaid:part") == "1")
    }

    @Test("Different reports have different identifiers, the same report the same one")
    func identifiers() throws {
        func identifier(_ rendered: RenderedFile) throws -> String {
            let trailer = try OutsideTool.run("qpdf", of: "qpdf", "--show-object=trailer", rendered.path)
            return try String(#require(trailer.firstMatch(of: /\/ID \[ <([0-9a-f]{32})> <([0-9a-f]{32})> \]/)).1)
        }
        let all = try ArchiveSpecimen.allCases.filter { $0 != .signed }.map { try identifier($0.rendered()) }
        #expect(Set(all).count == all.count)
        // Signed, it is the same document still (ISO 32000-1 14.4).
        #expect(try identifier(ArchiveSpecimen.signed.rendered()) == identifier(ArchiveSpecimen.fields.rendered()))
        #expect(try identifier(RenderedFile(Example.linhai.path)) == identifier(Example.linhai.rendered()))
    }

    @Test("The colour profile is one of sRGB: another program's sRGB gives the same colours")
    func profile() throws {
        let differences = try OutsideTool.python(
            "compare-profile.py", [Tags(reading: ArchiveSpecimen.chaihudian.rendered().path).profile])
        // The greatest difference of any of the three components, of 255, over the whole space.
        #expect(Int(String(decoding: differences, as: UTF8.self).filter(\.isNumber)).map { $0 <= 1 } == true)
    }
}
