/// How a copy is made ready for the press. All lengths are in points.
public struct PressStyle: Hashable, Sendable {
    /// What is printed beyond the trimmed page, to be cut away.
    public var bleed: Double
    /// No line is printed thinner.
    public var leastRule: Double
    public var marks: Marks
    public var condition: Condition

    /// Crop marks at the corners, registration marks at the middle of the sides.
    public struct Marks: Hashable, Sendable {
        /// From the edge of the trimmed page; no less than the bleed.
        public var offset: Double
        public var length: Double
        public var weight: Double
        /// Diameter of the circle of a registration mark; its cross is as long as a crop mark.
        public var registration: Double
    }

    /// What is printed on, with which inks (ISO 32000-1 14.11.5: output intent).
    public struct Condition: Hashable, Sendable {
        /// Its name in the registry, in ASCII.
        public var identifier: String
        public var info: String
        /// Who keeps the registry; nil where it is in none.
        public var registry: String?
        /// The file of its ICC profile.
        public var profile: String
    }

    /// From the trimmed page to the edge of the sheet.
    public var margin: Double { marks.offset + marks.length }
}
