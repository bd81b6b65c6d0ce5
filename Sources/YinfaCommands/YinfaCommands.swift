// YinfaCommands
