public import ArgumentParser
public import Yinfa

extension ImpositionScheme: ExpressibleByArgument {}
extension SheetPaper: ExpressibleByArgument {}
extension TurningEdge: ExpressibleByArgument {}
