package se.lykta.app;

import java.util.ArrayList;
import java.util.List;
import se.lykta.account.Audience;
import se.lykta.index.Comparison;

/**
 * What {@code lykta doctor} found.
 *
 * @param findings one line each, the good ones too
 */
public record Diagnosis(List<Finding> findings) {

    /** Copies the list. */
    public Diagnosis {
        findings = List.copyOf(findings);
    }

    /**
     * One thing that was looked at.
     *
     * @param healthy whether it is as it should be
     * @param text what was looked at and found
     */
    public record Finding(boolean healthy, String text) {}

    /** Looks at everything; changes nothing but the release, which it brings up to date. */
    public static Diagnosis of(Workspace workspace) {
        List<Finding> findings = new ArrayList<>();
        findings.add(new Finding(true, "database: " + workspace.database().settings()));
        Readings readings = Readings.of(workspace);
        readings.load();
        new RunningIndex(workspace.settings())
                .compare()
                .ifPresentOrElse(
                        comparison -> findings.add(index("index of the running service", comparison)),
                        () -> findings.add(new Finding(true, "no service is running on this data directory")));
        findings.add(index("index loaded anew", readings.sync().compare()));
        findings.add(new Finding(
                true,
                "release: %d public points"
                        .formatted(readings.indexes().snapshot(Audience.PUBLIC).size())));
        readings.sync().close();
        return new Diagnosis(findings);
    }

    private static Finding index(String which, Comparison comparison) {
        return new Finding(
                comparison.isEqual(),
                "%s: %d reports, database: %d reports at change %d%s"
                        .formatted(
                                which,
                                comparison.indexReports(),
                                comparison.databaseReports(),
                                comparison.version(),
                                comparison.isEqual()
                                        ? ", equal in every column"
                                        : ", different in " + comparison.differing()));
    }

    /** Says whether nothing is wrong. */
    public boolean isHealthy() {
        return findings.stream().allMatch(Finding::healthy);
    }
}
