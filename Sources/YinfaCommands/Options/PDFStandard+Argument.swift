public import ArgumentParser
public import Yinfa

extension PDFStandard: ExpressibleByArgument {}
