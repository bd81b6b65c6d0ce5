/// What a form file may hold at most. No paper form comes near; beyond it the file is an accident.
package enum FormLimits {
    package static let gridColumns = 64
    package static let headerRows = 16
    package static let rows = 500
    package static let tables = 32
    package static let sections = 64
    package static let claims = 500
}
