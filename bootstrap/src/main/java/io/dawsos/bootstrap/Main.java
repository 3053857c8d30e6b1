package io.dawsos.bootstrap;

import io.dawsos.bootstrap.command.DawsosCommand;

/** The program's entry: runs a command and ends with its exit code. */
public final class Main {

    private Main() {}

    /** Runs the command that the arguments name. */
    public static void main(String[] arguments) {
        int code = DawsosCommand.commandLine().execute(arguments);
        if (code != 0) {
            System.exit(code);
        }
    }
}
