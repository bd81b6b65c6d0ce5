import Foundation
import TestSupport
import Testing

@Suite("yinfa verify tells clerks and programs what signatures are worth")
struct VerifySignaturesTests {
    let folder: TemporaryFolder
    let authorities: TestAuthorities
    private let unsigned: String

    init() throws {
        folder = try TemporaryFolder()
        authorities = try TestAuthorities.shared.get()
        unsigned = try Self.withFields.get().path("report.pdf")
    }

    /// The example with fields to sign in, rendered once.
    private static let withFields = Result {
        let folder = try TemporaryFolder()
        let run = try Program.run(
            "render", Example.chaihudian.path, "--signature-fields", "--countersigner", "县政府", "-o",
            folder.path("report.pdf"))
        #expect(run.status == 0, "\(run.messages)")
        return folder
    }

    private var root: String { authorities.file("root.cert.pem").path }

    private func sign(
        _ path: String, as name: String, by signer: String = "signer", _ arguments: String...
    ) throws -> String {
        let result = folder.path(name)
        let run = try Program.run(
            ["sign", path, "-o", result, "--key", authorities.file(signer + ".key.pem").path]
                + ["--cert", authorities.file(signer + ".cert.pem").path]
                + ["--cert", authorities.file("chain.pem").path, "--cert", root] + arguments)
        #expect(run.status == 0, "\(run.messages)")
        return result
    }

    private func archived(_ path: String, as name: String, by signer: String = "signer", _ more: String...) throws
        -> String
    {
        let result = folder.path(name)
        let run = try Program.run(
            [
                "sign", path, "-o", result, "--key", authorities.file(signer + ".key.pem").path, "--cert",
                authorities.file(signer + ".cert.pem").path, "--cert", authorities.file("chain.pem").path, "--cert",
                root,
                "--level", "lta", "--tsa", authorities.address + "/pki/tsa/tsa", "--trust", root,
            ] + more)
        #expect(run.status == 0, "\(run.messages)")
        return result
    }

    private func json(_ arguments: String...) throws -> (status: Int32, result: [String: Any]) {
        let run = try Program.run(["verify", "--json"] + arguments)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        #expect(object["status"] as? Int == Int(run.status))
        return (run.status, try #require(object["result"] as? [String: Any]))
    }

    @Test("Certified, archived, countersigned and archived again: all valid, and the report’s data hold, too")
    func archive() throws {
        let certified = try archived(unsigned, as: "certified.pdf", "--certify")
        let path = try archived(certified, as: "countersigned.pdf", by: "countersigner", "--field", "Signature2")
        let run = try Program.run("verify", path, "--anchor", root, "--lang", "zh", "--short")
        #expect(run.status == 0, "\(run.messages)")
        for line in [
            "认证签名“Signature1”：有效", "  签名人  柴胡店镇人民政府 (CN=柴胡店镇人民政府,O=样章市,C=CN)", "  级别    PAdES B-LTA",
            "  覆盖    第 2 版，共 7 版", "  许可    填写已有的域、会签", "  此后    第 3 版：存入验证资料", "  此后    第 5 版：签名“Signature2”",
            "签名“Signature2”：有效", "  覆盖  整份文件", "声明符合 PDF/A-3a、PDF/UA-1",
        ] { #expect(run.output.contains(line + "\n"), "\(line)") }
        #expect(run.output.contains("已复核"))

        let (status, result) = try json(path, "--anchor", root)
        #expect(status == 0 && result["verdict"] as? String == "valid")
        let signatures = try #require(result["signatures"] as? [[String: Any]])
        #expect(
            signatures.map { $0["kind"] as? String } == [
                "certification", "document-time-stamp", "approval", "document-time-stamp",
            ])
        #expect(signatures.compactMap { $0["level"] as? String } == ["lta", "lta"])
        #expect(signatures.allSatisfy { $0["verdict"] as? String == "valid" && ($0["problems"] as? [String]) == [] })
        #expect((result["revisions"] as? [Any])?.count == 7)
        #expect(result["claims"] as? [String] == ["PDF/A-3a", "PDF/UA-1"])
        #expect(result["figures"] as? Int == 200)
    }

    @Test("Sound, but not known to be valid: status 1, and what is missing is said")
    func undetermined() throws {
        let path = try sign(unsigned, as: "basic.pdf")
        for (arguments, id) in [
            ([String](), "signer-unknown"),
            (["--anchor", authorities.file("stranger-root.cert.pem").path], "signer-unknown"),
            (["--anchor", root], "revocation-unknown"),
        ] {
            let run = try Program.run(["verify", path, "--lang", "en", "--short"] + arguments)
            #expect(run.status == 1)
            #expect(run.messages.contains("[verify.signature-\(id)]"), "\(run.messages)")
            #expect(run.output.hasPrefix("signature “Signature1”: sound, but not known to be valid\n"))
        }
    }

    @Test("Altered by another program after it was signed: status 2", arguments: ["qpdf", "append"])
    func altered(how: String) throws {
        let path = try archived(unsigned, as: "signed.pdf")
        let changed = folder.path("changed.pdf")
        if how == "qpdf" {
            // Writes the whole file anew; what it shows is the same.
            _ = try OutsideTool.run("qpdf", of: "qpdf", "--object-streams=generate", path, changed)
        } else {
            try (Data(contentsOf: URL(filePath: path)) + Data("\n".utf8)).write(to: URL(filePath: changed))
        }
        let run = try Program.run("verify", changed, "--anchor", root, "--short")
        #expect(run.status == 2)
        #expect(run.output.contains("：无效") || run.output.contains(": not valid"))
        #expect(run.messages.contains("[verify.signature-"))
    }

    @Test("A file that is laid out for the web has an update in it from the start")
    func linearised() throws {
        let linear = folder.path("linear.pdf")
        _ = try OutsideTool.run("qpdf", of: "qpdf", "--linearize", unsigned, linear)
        let (status, result) = try json(try archived(linear, as: "signed.pdf"), "--anchor", root)
        #expect(status == 0 && (result["revisions"] as? [Any])?.count == 4)
    }

    @Test("SM2 signatures in both forms, by an authority of their own", arguments: ["standard", "gmt0010"])
    func sm2(form: String) throws {
        let path = folder.path("sm2.pdf")
        let run = try Program.run(
            "sign", unsigned, "-o", path, "--key", authorities.file("sm2-signer.key.pem").path, "--cert",
            authorities.file("sm2-signer.cert.pem").path, "--sm2-form", form)
        #expect(run.status == 0, "\(run.messages)")
        let (status, result) = try json(path, "--anchor", authorities.file("sm2-root.cert.pem").path)
        #expect(status == 0 && result["verdict"] as? String == "valid")
    }

    @Test("Not signed: said plainly; an error where signatures are wanted")
    func notSigned() throws {
        let (status, result) = try json(unsigned)
        #expect(status == 0 && result["verdict"] as? String == "unsigned")
        #expect((result["signatures"] as? [Any])?.isEmpty == true)
        for arguments in [["--signed"], ["--anchor", root]] {
            let run = try Program.run(["verify", unsigned, "--lang", "zh", "--short"] + arguments)
            #expect(run.status == 2)
            #expect(run.output.hasPrefix("没有签名\n"))
            #expect(run.messages.contains("[verify.not-signed]"))
        }
    }

    @Test("By the time that is asked for")
    func time() throws {
        let path = try archived(unsigned, as: "signed.pdf")
        #expect(try json(path, "--anchor", root, "--at", "2085-01-01T00:00:00Z").status == 0)
        #expect(try json(path, "--anchor", root, "--at", "2095-01-01T00:00:00+08:00").status == 1)
        #expect(try Program.run("verify", path, "--at", "tomorrow").status == 64)
    }

    @Test("An anchor that is no certificate, or not there")
    func badAnchor() throws {
        let text = try folder.write("不是证书", to: "ca.pem")
        for (path, id) in [(text, "verify.no-certificate"), (folder.path("absent.pem"), "file.not-found")] {
            let run = try Program.run("verify", unsigned, "--anchor", path, "--short")
            #expect(run.status == 2 && run.messages.contains("[\(id)]"), "\(run.messages)")
        }
    }
}
