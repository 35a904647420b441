package se.lykta.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.Optional;
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
            HotspotsCommand.class,
            DoctorCommand.class,
            WarmUpCommand.class
        })
public final class Main implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Main.class);

    @Spec
    private CommandSpec spec;

    /** Runs the command that the arguments name and ends the process with its exit code. */
    public static void main(String[] args) {
        quietLibraries();
        System.exit(commandLine().execute(args));
    }

    /** The command line, for tests and for {@link #main}. */
    static CommandLine commandLine() {
        var commandLine = new CommandLine(new Main());
        commandLine.getSubcommands().values().forEach(command -> CommandSettings.addOptions(command.getCommandSpec()));
        commandLine.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        commandLine.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        commandLine.setExecutionExceptionHandler((failure, line, parsed) -> {
            explain(
                    DatabaseException.findLost(failure)
                            .map(Exception.class::cast)
                            .orElse(failure),
                    line.getErr());
            return 1;
        });
        return commandLine;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    /**
     * Keeps the words of the PBF readers out of our output. Their generated classes (osmpbf's, and osmosis' in GraphHopper)
     * are older than protobuf 22, which warns of GHSA-h4h5-3hr4-j3g2, garbage by hostile messages, once per class. Only files
     * that the operator chose are read by them. What these libraries log otherwise we tell in one sentence ourselves.
     */
    private static void quietLibraries() {
        System.setProperty("com.google.protobuf.use_unsafe_pre22_gencode", "true");
        java.util.logging.Logger.getLogger("").setLevel(java.util.logging.Level.OFF);
    }

    /** What is wrong, and where if the message of a single fault is all there is. */
    private static String sentence(ApiException problem) {
        String message = String.valueOf(problem.getMessage());
        return problem.faults().stream()
                .filter(fault -> fault.message().equals(message))
                .map(fault -> fault.field() + ": " + message)
                .findFirst()
                .orElse(message);
    }

    private static void explain(Exception failure, PrintWriter err) {
        if (failure instanceof DatabaseException problem) {
            err.println("lykta: " + problem.getMessage() + " (" + problem.code() + ")");
        } else if (failure instanceof ApiException problem) {
            err.println("lykta: " + sentence(problem) + " (" + problem.code() + ")");
            if (problem.faults().size() > 1) {
                problem.faults().forEach(fault -> err.println("  " + fault.field() + ": " + fault.message()));
            }
        } else if (failure instanceof NoSuchFileException missing) {
            err.println("lykta: there is no file or directory " + missing.getFile() + " (file-missing)");
        } else if (failure instanceof FileSystemException file) {
            String reason = Optional.ofNullable(file.getReason()).orElse("it can not be used");
            err.println("lykta: " + file.getFile() + ": " + reason.toLowerCase(Locale.ROOT) + " (file-error)");
        } else if (failure instanceof UncheckedIOException || failure instanceof IOException) {
            err.println("lykta: " + failure.getMessage() + " (file-error)");
        } else {
            LOG.error("this should not happen, please report it", failure);
        }
    }
}
