package se.lykta.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import se.lykta.db.DatabaseSettings;

/**
 * A database on which commands are called.
 *
 * @param where the database
 * @param directory for whatever else they keep
 */
record CommandCall(DatabaseSettings where, Path directory) {

    /**
     * The exit code of a command.
     *
     * @param told hears all that it prints
     */
    int run(StringWriter told, String command, String... arguments) {
        List<String> all = new ArrayList<>(List.of(command));
        all.addAll(List.of(arguments));
        all.addAll(List.of(
                "--data-dir",
                directory.toString(),
                "--database-url",
                "postgresql://%s:%s@%s:%d/%s"
                        .formatted(where.user(), where.password(), where.host(), where.port(), where.database())));
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(told, true));
        line.setErr(new PrintWriter(told, true));
        return line.execute(all.toArray(String[]::new));
    }
}
