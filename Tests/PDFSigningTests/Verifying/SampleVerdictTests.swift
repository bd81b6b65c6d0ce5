import PDFReading
import PDFSigning
import ReportModel
import Testing

@Suite("Signatures by another program are judged as they deserve")
struct SampleVerdictTests {
    struct Expected: CustomTestStringConvertible {
        var sample: SignedSample
        var verdict: SignatureVerdict
        var level: SignatureLevel?
        var problems: [String] = []
        var testDescription: String { sample.rawValue }
    }

    @Test(
        "The first signature: its verdict, the level that it reaches, and why",
        arguments: [
            Expected(sample: .basic, verdict: .undetermined, level: .basic, problems: ["revocation-unknown"]),
            Expected(sample: .pss, verdict: .undetermined, level: .basic, problems: ["revocation-unknown"]),
            Expected(sample: .p256, verdict: .undetermined, level: .basic, problems: ["revocation-unknown"]),
            Expected(sample: .p384, verdict: .undetermined, level: .basic, problems: ["revocation-unknown"]),
            Expected(sample: .adobe, verdict: .undetermined, level: nil, problems: ["revocation-unknown"]),
            Expected(sample: .stamped, verdict: .undetermined, level: .timeStamped, problems: ["revocation-unknown"]),
            Expected(sample: .longTerm, verdict: .valid, level: .longTerm),
            Expected(sample: .archival, verdict: .valid, level: .archival),
            Expected(sample: .renewed, verdict: .valid, level: .archival),
            Expected(sample: .certified, verdict: .valid, level: .archival),
            Expected(sample: .countersigned, verdict: .valid, level: .archival),
            Expected(sample: .locked, verdict: .valid, level: .archival),
            Expected(sample: .visibleField, verdict: .invalid, level: nil, problems: ["altered"]),
            Expected(
                sample: .invisibleField, verdict: .undetermined, level: .basic, problems: ["revocation-unknown"]),
            Expected(sample: .expiredAuthority, verdict: .invalid, level: nil, problems: ["time-stamp"]),
            Expected(sample: .expired, verdict: .invalid, level: nil, problems: ["expired"]),
            Expected(sample: .encipherment, verdict: .invalid, level: nil, problems: ["wrong-use"]),
            Expected(sample: .stranger, verdict: .undetermined, level: .basic, problems: ["signer-unknown"]),
            Expected(
                sample: .strangerAuthority, verdict: .undetermined, level: .basic,
                problems: ["revocation-unknown", "time-stamp-unknown"]),
            Expected(sample: .revokedStamped, verdict: .invalid, level: nil, problems: ["revoked"]),
            Expected(sample: .revoked, verdict: .invalid, level: nil, problems: ["revoked"]),
            Expected(sample: .sha1, verdict: .invalid, level: nil, problems: ["weak-digest"]),
            Expected(sample: .md5, verdict: .invalid, level: nil, problems: ["weak-digest"]),
        ])
    func verdict(expected: Expected) throws {
        let found = try #require(try Verifying.verify(expected.sample.bytes).signatures.first)
        #expect(found.verdict == expected.verdict)
        #expect(found.level == expected.level)
        #expect(Verifying.problems(found) == expected.problems)
    }

    @Test("Every sample is judged above")
    func all() throws {
        for sample in SignedSample.allCases { #expect(!(try Verifying.verify(sample.bytes).signatures.isEmpty)) }
    }

    @Test("Certified and countersigned: what each covers, who made it and when, and what was done between")
    func story() throws {
        let found = try Verifying.verify(SignedSample.countersigned.bytes)
        #expect(found.verdict == .valid)
        #expect(found.signatures.map(\.kind) == [.certification, .timeStamp, .approval])
        #expect(found.signatures.map(\.revision) == [2, 3, 5])
        #expect(found.signatures.allSatisfy { !$0.coversWholeFile })
        #expect(found.signatures[0].permission == 2)
        #expect(found.signatures[0].signer?.commonName == "柴胡店镇人民政府")
        #expect(found.signatures[2].signer?.subject == "CN=样章县人民政府 P-384,O=样章市,C=CN")
        #expect(found.signatures[2].timeStampAuthority?.commonName == "测试时间戳")
        let times = found.signatures.compactMap(\.provenTime)
        #expect(times.count == 3 && times == times.sorted())
        #expect(found.revisions.count == 6)
        #expect(try found.revisions.last?.end == SignedSample.countersigned.bytes.count)
        let kinds = found.revisions.map { Set($0.changes.map(\.kind)).subtracting([.dates]) }
        #expect(kinds == [[], [], [.timeStamp, .validationData], [.validationData], [.signature], [.validationData]])
        #expect(found.claim.archivePart == 3)
    }

    // MARK: Trust

    @Test("Without an anchor, or with another, what holds is sound and no more")
    func anchors() throws {
        for anchors in [[], try Verifying.anchors("stranger-root")] {
            let found = try Verifying.verify(SignedSample.archival.bytes, anchors: anchors)
            #expect(found.verdict == .undetermined)
            #expect(Verifying.problems(found.signatures[0]).contains("signer-unknown"))
            // Where somebody is trusted, the time stamps of others prove no time.
            #expect(found.signatures[0].level == (anchors.isEmpty ? .archival : .basic))
        }
        #expect(try Verifying.verify(SignedSample.sha1.bytes, anchors: []).verdict == .invalid)
    }

    @Test("An authority below the root, or the signer’s own certificate, may be what is trusted")
    func lowAnchors() throws {
        let root = try Verifying.anchors()
        for name in ["agencies", "signer"] {
            let found = try Verifying.verify(SignedSample.longTerm.bytes, anchors: Verifying.anchors(name) + root)
            #expect(found.verdict == .valid)
        }
        let alone = try Verifying.verify(SignedSample.longTerm.bytes, anchors: Verifying.anchors("agencies"))
        #expect(Verifying.problems(alone.signatures[0]) == ["time-stamp-unknown"])
    }

    // MARK: Time

    private func year(_ year: Int) -> SigningTime { SigningTime(secondsSince1970: (year - 1970) * 31_556_952) }

    @Test("Long afterwards: an archived signature holds while its last time stamp does, others do not")
    func future() throws {
        #expect(try Verifying.verify(SignedSample.archival.bytes, at: year(2085)).verdict == .valid)
        let late = try Verifying.verify(SignedSample.archival.bytes, at: year(2095))
        #expect(late.verdict == .undetermined)
        #expect(late.signatures.flatMap(Verifying.problems).contains("time-stamp-expired"))
        let basic = try Verifying.verify(SignedSample.basic.bytes, at: year(2095))
        #expect(Verifying.problems(basic.signatures[0]).contains("time-unknown"))
    }

    @Test("Before it was made, a signature was not there")
    func past() throws {
        for sample in [SignedSample.basic, .archival] {
            let found = try Verifying.verify(sample.bytes, at: year(2021))
            #expect(found.verdict == .undetermined)
            #expect(found.signatures.allSatisfy { Verifying.problems($0) == ["in-the-future"] })
        }
    }
}
