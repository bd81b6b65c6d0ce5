// ReportReading
