import Foundation
import TestSupport
import Testing

@testable import PDFSigning

@Suite("What authorities answer about revocation, and what is not taken for an answer")
struct AnswerTests {
    private let authorities: TestAuthorities
    private let issuer: X509
    private let responder: ServerAddress
    private let list: ServerAddress

    init() throws {
        authorities = try TestAuthorities.shared.get()
        issuer = try Self.certificate("agencies", authorities)
        responder = try #require(ServerAddress(authorities.address + "/pki/ocsp/agencies"))
        list = try #require(ServerAddress(authorities.address + "/pki/crls/agencies/latest.crl"))
    }

    private static func certificate(_ name: String, _ authorities: TestAuthorities) throws -> X509 {
        let file = [UInt8](try Data(contentsOf: authorities.file("\(name).cert.pem")))
        let certificate = try #require(Certificate.read(file, name: name).first)
        return try #require(X509(certificate))
    }

    private func fetch(_ address: ServerAddress, _ body: [UInt8]? = nil, limit: Int = 1 << 20) throws(NetworkProblem)
        -> [UInt8]
    {
        try HTTPClient(timeLimit: 30, retries: 0).answer(
            .init(address: address, body: body, contentType: "application/ocsp-request", sizeLimit: limit))
    }

    @Test("A good answer of the responder that the issuer has authorized")
    func good() throws {
        let question = try #require(OCSPQuestion(Self.certificate("signer", authorities), issuer))
        let answer = try fetch(responder, question.encoded)
        let signer = try question.responder(of: answer, from: responder, at: .now)
        #expect(signer?.certificate == (try Self.certificate("agencies-ocsp", authorities)).certificate)
        #expect(signer?.isNotChecked == true)
    }

    @Test("Not an answer: to somebody else's question, of another day, changed, or of a certificate that is revoked")
    func bad() throws {
        let question = try #require(OCSPQuestion(Self.certificate("signer", authorities), issuer))
        let answer = try fetch(responder, question.encoded)
        func problem(_ answer: [UInt8], at time: SigningTime = .now) -> RevocationProblem? {
            #expect(throws: RevocationProblem.self) { try question.responder(of: answer, from: responder, at: time) }
        }
        let other = try #require(OCSPQuestion(Self.certificate("countersigner", authorities), issuer))
        #expect(problem(try fetch(responder, other.encoded)) == .otherQuestion(responder))
        #expect(problem(answer, at: .now + 86_400) == .stale(responder))
        #expect(problem(answer, at: .now + -86_400) == .stale(responder))
        #expect(problem(Array(answer.dropLast())) == .garbled(responder))
        #expect(problem(Array("nothing".utf8)) == .garbled(responder))
        var changed = answer
        changed[answer.count / 3] ^= 1
        #expect(problem(changed) != nil)

        let revoked = try #require(OCSPQuestion(Self.certificate("revoked", authorities), issuer))
        let bad = try fetch(responder, revoked.encoded)
        let told = #expect(throws: RevocationProblem.self) {
            try revoked.responder(of: bad, from: responder, at: .now)
        }
        guard case .revoked(let since)? = told else { return #expect(Bool(false), "\(String(describing: told))") }
        #expect(since.hasPrefix("2024-01-01"))
    }

    @Test("A list of the revoked: in force, of the issuer, whole")
    func lists() throws {
        let bytes = try fetch(list)
        let signer = try Self.certificate("signer", authorities)
        try RevocationList.check(bytes, from: list, signer, issuer, at: .now)
        func problem(_ bytes: [UInt8], _ certificate: X509, at time: SigningTime = .now) -> RevocationProblem? {
            #expect(throws: RevocationProblem.self) {
                try RevocationList.check(bytes, from: list, certificate, issuer, at: time)
            }
        }
        #expect(problem(bytes, signer, at: .now + 3 * 365 * 86_400) == .stale(list))
        #expect(problem(Array(bytes.dropLast()), signer) == .garbled(list))
        var changed = bytes
        changed[changed.count - 1] ^= 1
        #expect(problem(changed, signer) != nil)
        guard case .revoked? = problem(bytes, try Self.certificate("revoked", authorities)) else {
            return #expect(Bool(false), "the list names it")
        }
        let root = try fetch(try #require(ServerAddress(authorities.address + "/pki/crls/root/latest.crl")))
        #expect(problem(root, signer) == .otherQuestion(list))
    }

    @Test("An answer is not larger than asked for, and a server that says no is not believed")
    func bounds() throws {
        #expect(throws: NetworkProblem.tooLarge) { try fetch(list, limit: 100) }
        #expect(throws: NetworkProblem.status(500)) {
            try fetch(try #require(ServerAddress(authorities.address + "/error/x")))
        }
    }

    @Test(
        "An address has no password in it, and is one of HTTP",
        arguments: [
            "http://a:b@c.d/", "ftp://c.d/", "file:///etc/passwd", "http:///x", "http://c.d/ x", "http://c.d/\n", "",
        ])
    func addresses(text: String) {
        #expect(ServerAddress(text) == nil)
        #expect(ServerAddress("HTTPS://c.d:8443/tsa?x=1") != nil)
    }
}
