// Who imports Yinfa can name a report, a form, a PDF standard and a diagnostic without further imports.
@_exported public import PDFFinishing
@_exported public import PDFReading
@_exported public import PDFSigning
@_exported public import Printing
@_exported public import ReportForms
@_exported public import ReportModel
@_exported public import ReportReading
