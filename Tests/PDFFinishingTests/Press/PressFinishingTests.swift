import Foundation
import PDFReading
import ReportForms
import ReportModel
import TestSupport
import Testing

@testable import PDFFinishing

@Suite("Objects of Cairo's, made ready for a press")
struct PressFinishingTests {
    private func finished(_ resources: [String]) throws -> String {
        String(decoding: try bytes(resources), as: UTF8.self)
    }

    private func content(_ resources: [String]) throws -> String {
        let page = try #require(try PDFDocument(try bytes(resources), file: "press.pdf").printablePages().first)
        guard case .joined(let content) = page.content else { return "" }
        return String(decoding: content, as: UTF8.self)
    }

    private func bytes(_ resources: [String]) throws -> [UInt8] {
        let specimen = PressSpecimen(resources: resources)
        let copy = try CopyLayout.load("press", in: Project.file("layouts/copies").path)
        let style = try #require(copy?.press)
        let job = PressJob(style: style, condition: try PrintingConditionTests.fogra39())
        return try PDFFinisher(specimen.document, standard: .press, press: job).finish(specimen.bytes)
    }

    @Test("The colours of a gradient become inks; that of a mask stay grey")
    func gradients() throws {
        var separation = ValueSeparation(try PrintingConditionTests.fogra39())
        func separated(_ text: String) throws -> String {
            var result = PDFText()
            result.append(try separation.separate(try #require(PressSpecimen.value(text))))
            return String(decoding: result.bytes, as: UTF8.self)
        }
        #expect(
            try separated("<< /FunctionType 2 /C0 [ 1 0 0 ] /C1 [ 0.2 0.2 0.2 ] /N 1 >>")
                == "<</FunctionType 2/C0 [0 0.8 0.8 0 ]/C1 [0 0 0 0.8 ]/N 1>>")
        #expect(separation.isColoured)
        #expect(
            try separated("<< /FunctionType 2 /C0 [ 1 ] /C1 [ 0.2 ] /N 1 >>")
                == "<</FunctionType 2/C0 [1 ]/C1 [0.2 ]/N 1>>")
        #expect(
            try separated("<< /ShadingType 3 /ColorSpace /DeviceRGB /Function 9 0 R >>")
                == "<</ShadingType 3/ColorSpace /DeviceCMYK/Function 9 0 R>>")
        #expect(try separated("[ << /Group << /CS /DeviceRGB >> >> ]") == "[<</Group <</CS /DeviceCMYK>>>> ]")
    }

    @Test(
        "What cannot become inks is an error that says so, and no file",
        arguments: [
            "<< /ShadingType 7 /ColorSpace /DeviceRGB /Length 1 >>\nstream\nx\nendstream",
            "<< /Subtype /Image /ColorSpace [ /CalRGB << >> ] /Length 1 >>\nstream\nx\nendstream",
            "<< /ShadingType 2 /ColorSpace /CalRGB >>", "<< /ExtGState << /A [ /Indexed /DeviceRGB 1 <00> ] >> >>",
        ])
    func screenColours(object: String) {
        let error = #expect(throws: DiagnosticsError.self) { try finished([object]) }
        #expect(error?.diagnostics.map(\.id) == ["press.screen-colours"])
    }

    @Test("Pixels of three bytes become pixels of four; one that is cut off is refused")
    func pictures() throws {
        func image(_ data: String) -> String {
            """
            << /Subtype /Image /ColorSpace /DeviceRGB /BitsPerComponent 8 /Width 1 /Height 2 /Length 6 >>
            stream
            \(data)
            endstream
            """
        }
        let file = try finished([image("abcdef")])
        #expect(file.contains("/Subtype /Image/ColorSpace /DeviceCMYK/BitsPerComponent 8/Width 1/Height 2"))
        #expect(!file.contains("DeviceRGB"))
        #expect(throws: DiagnosticsError.self) { try finished([image("abcde")]) }
    }

    @Test("JPEG in inks stays; where Adobe's mark says that they are inverted, the file says so too")
    func jpeg() throws {
        let file = try finished([
            "<< /Subtype /Image /ColorSpace /DeviceCMYK /Filter /DCTDecode /Length 4 >>\nstream\n....\nendstream"
        ])
        #expect(file.contains("/Filter/DCTDecode/Length 4>>\nstream\n....\n") && !file.contains("/Decode["))
        let marked: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xEE, 0, 14] + Array("Adobe.......".utf8)
        let frame = Array("1 0 obj\n<< /A 1 >>\nstream\n".utf8) + marked + Array("\nendstream\nendobj\n".utf8)
        #expect(try #require(DrawnObject(frame[...])).hasInvertedInks)
        let unmarked = Array("1 0 obj\n<< /A 1 >>\nstream\n".utf8) + marked[..<8] + Array("\nendstream\nendobj\n".utf8)
        #expect(try !#require(DrawnObject(unmarked[...])).hasInvertedInks)
    }

    @Test("A page of black alone has marks of black, one with red has marks on every plate")
    func plates() throws {
        let black = try content([])
        #expect(black.contains("0 0 0 1 K") && !black.contains("/all CS 1 SCN"))
        let red = try content(["<< /FunctionType 2 /C0 [ 1 0 0 ] /C1 [ 0 0 0 ] /N 1 >>"])
        #expect(red.contains("/all CS 1 SCN") && !red.contains("0 0 0 1 K"))
    }

    @Test("Numbers have four places and no more than they need")
    func numbers() {
        for (number, expected) in [
            (1, "1"), (0, "0"), (-0.5, "-0.5"), (0.70866, "0.7087"), (12.00004, "12"), (-3.14159, "-3.1416"),
            (1e300, "32767"),
        ] {
            var text = PDFText()
            text.append(PDFNumber(number))
            #expect(String(decoding: text.bytes, as: UTF8.self) == expected)
        }
        #expect(PDFNumber(atLeast: 0.70861).value == 0.7087)
    }
}
