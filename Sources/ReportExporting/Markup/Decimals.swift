/// Numbers as CSS and XML have them, the same in every locale.
enum Decimals {
    /// With three places at most.
    static func text(_ number: Double) -> String {
        let thousandths = Int((number * 1000).rounded())
        guard thousandths % 1000 != 0 else { return String(thousandths / 1000) }
        let rest = String(thousandths.magnitude % 1000)
        let places = (String(repeating: "0", count: 3 - rest.count) + rest).reversed().drop { $0 == "0" }.reversed()
        return (thousandths < 0 ? "-" : "") + String(thousandths.magnitude / 1000) + "." + String(places)
    }
}
