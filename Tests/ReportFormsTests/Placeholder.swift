// tests of ReportForms
