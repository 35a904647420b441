package se.lykta.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import se.lykta.db.DatabaseException;
import se.lykta.http.ApiException;

/**
 * The command line of the launcher {@code lykta}.
 *
 * <p>A failure is told in one sentence per fault, without a stack trace; exit codes: 0 done, 1 not done, 2 wrong call.
 */
@Command(
        name = "lykta",
        description = "A map service for places that feel unsafe.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            ServeCommand.class,
            ImportCommand.class,
            ImportOsmCommand.class,
            ImportAreasCommand.class,
            ExportCommand.class,
            DoctorCommand.class,
            WarmUpCommand.class
        })
public final class Main implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Main.class);

    @Spec
    private CommandSpec spec;

    /** Runs the command that the arguments name and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /** The command line, for tests and for {@link #main}. */
    static CommandLine commandLine() {
        var commandLine = new CommandLine(new Main());
        commandLine.getSubcommands().values().forEach(command -> CommandSettings.addOptions(command.getCommandSpec()));
        commandLine.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        commandLine.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        commandLine.setExecutionExceptionHandler((failure, line, parsed) -> {
            explain(failure, line.getErr());
            return 1;
        });
        return commandLine;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    private static void explain(Exception failure, PrintWriter err) {
        if (failure instanceof DatabaseException problem) {
            err.println("lykta: " + problem.getMessage() + " (" + problem.code() + ")");
        } else if (failure instanceof ApiException problem) {
            err.println("lykta: " + problem.getMessage() + " (" + problem.code() + ")");
            if (problem.faults().size() > 1) {
                problem.faults().forEach(fault -> err.println("  " + fault.field() + ": " + fault.message()));
            }
        } else if (failure instanceof UncheckedIOException io) {
            err.println("lykta: " + io.getMessage());
        } else {
            LOG.error("this should not happen, please report it", failure);
        }
    }
}
