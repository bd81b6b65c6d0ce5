internal import CCrypto
internal import Glibc

extension SigningTime {
    /// A time as certificates, stamps and answers have it; nil where it is none. Fractions of a second are left out:
    /// `X509_cmp_time` takes none, and some authorities send them.
    init?(_ time: UnsafePointer<ASN1_TIME>?) {
        var parts = tm()
        guard let time, ASN1_TIME_to_tm(time, &parts) == 1 else { return nil }
        self.init(secondsSince1970: timegm(&parts))
    }

    static func + (time: SigningTime, seconds: Int) -> SigningTime {
        SigningTime(secondsSince1970: time.secondsSince1970 + seconds)
    }
}
