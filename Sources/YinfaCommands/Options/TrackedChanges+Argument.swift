public import ArgumentParser
public import Yinfa

extension ImportOptions.TrackedChanges: ExpressibleByArgument {}
