// tests of ReportReading
