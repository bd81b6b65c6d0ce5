public import ArgumentParser
public import Yinfa

extension CopyNumber: ExpressibleByArgument {}
