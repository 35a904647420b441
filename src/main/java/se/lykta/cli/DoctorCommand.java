package se.lykta.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import se.lykta.app.Diagnosis;
import se.lykta.app.Workspace;

/** {@code lykta doctor}: says whether everything fits together. */
@Command(
        name = "doctor",
        description = "Check the database, the read index against it, and the release.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (Workspace workspace = Workspace.open(CommandSettings.of(spec))) {
            var diagnosis = Diagnosis.of(workspace);
            diagnosis
                    .findings()
                    .forEach(finding -> out.printf("%s  %s%n", finding.healthy() ? "ok   " : "FAULT", finding.text()));
            return diagnosis.isHealthy() ? 0 : 1;
        }
    }
}
