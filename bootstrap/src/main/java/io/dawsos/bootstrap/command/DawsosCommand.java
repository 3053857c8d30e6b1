package io.dawsos.bootstrap.command;

import io.dawsos.application.imports.ImportRefusedException;
import io.dawsos.application.imports.RowProblem;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** The program's command line. */
@Command(
        name = "dawsos",
        description = "A self-hosted portfolio intelligence server.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Versions.class,
        subcommands = {
            ServeCommand.class,
            DemoCommand.class,
            ImportCommand.class,
            PatternCommand.class,
            DoctorCommand.class,
            VerifyCommand.class,
            BackupCommand.class,
            RestoreCommand.class
        })
public final class DawsosCommand {

    /** Builds the command line. */
    public static CommandLine commandLine() {
        CommandLine line = new CommandLine(new DawsosCommand());
        line.setExecutionExceptionHandler((error, command, parsed) -> {
            PrintWriter err = command.getErr();
            err.println("dawsos: " + error.getMessage());
            if (error instanceof ImportRefusedException refused) {
                for (RowProblem problem : refused.problems()) {
                    err.println("  line " + problem.line() + (problem.column().isEmpty() ? "" : ", " + problem.column())
                            + (problem.value().isEmpty() ? "" : ", \"" + problem.value() + "\"") + ": "
                            + problem.reason() + "; " + problem.hint());
                }
            }
            return 1;
        });
        return line;
    }
}
