public import ArgumentParser
public import Yinfa

extension JobTicket.Sides: ExpressibleByArgument {}

extension PrinterAddress: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}
