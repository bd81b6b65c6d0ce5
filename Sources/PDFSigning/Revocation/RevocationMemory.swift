import Synchronization

/// What an authority has answered about a certificate, checked.
struct RevocationAnswer: Sendable {
    enum Kind {
        case ocsp
        case list
    }

    var kind: Kind
    var bytes: [UInt8]
    /// Who has signed it for the issuer; nil for the issuer.
    var responder: Certificate?
}

/// The answers of the last minutes. Thousands of documents with one signer are not thousands of questions.
final class RevocationMemory: Sendable {
    /// Seconds that an answer serves others; certificates are not revoked more often than authorities publish.
    private static let lifetime = 300

    private let answers = Mutex<[Certificate: (answer: RevocationAnswer, time: SigningTime)]>([:])

    /// - Parameter time: at which the answer has to be new.
    func answer(about certificate: Certificate, at time: SigningTime) -> RevocationAnswer? {
        answers.withLock { answers in
            guard let known = answers[certificate], known.time <= time, time < known.time + Self.lifetime else {
                return nil
            }
            return known.answer
        }
    }

    func keep(_ answer: RevocationAnswer, about certificate: Certificate, at time: SigningTime) {
        answers.withLock { $0[certificate] = (answer, time) }
    }
}
