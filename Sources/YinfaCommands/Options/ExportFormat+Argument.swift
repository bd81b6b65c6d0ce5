public import ArgumentParser
public import Yinfa

extension ExportFormat: ExpressibleByArgument {}
