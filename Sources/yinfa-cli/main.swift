import ArgumentParser
import YinfaCommands

YinfaCommand.main()
