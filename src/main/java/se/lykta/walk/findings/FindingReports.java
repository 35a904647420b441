package se.lykta.walk.findings;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.lykta.http.ApiException;
import se.lykta.http.Fault;
import se.lykta.report.Intake;
import se.lykta.report.ReportDraft;
import se.lykta.taxonomy.Source;
import se.lykta.walk.ChecklistItem;

/**
 * Makes reports of findings: of those with a bad grade or a comment, each once.
 *
 * <p>Not at once but when a finding has been left alone for some hours, or when staff say so, because participants correct
 * themselves until the walk is over and a report cannot be changed. Finding and report are written in one transaction
 * under the lock of the finding, so that no crash and no second process makes two. All reports of a walk are one voice: a
 * group that looks at a place together is no crowd of witnesses. Safe for use by many threads.
 */
public final class FindingReports {

    /** How long a finding has to be left alone. */
    public static final Duration QUIET = Duration.ofHours(6);

    private static final Logger LOG = LoggerFactory.getLogger(FindingReports.class);
    private static final int AT_ONCE = 500;

    /** What is not in the list. */
    private static final String OTHER = "E19";

    /** A safe, well-liked place, which never counts into a hotspot. */
    private static final String SAFE = "F11";

    /** A feeling of 1 is very unsafe, one of 2 unsafe. */
    private static final int WORST_SEVERITY = 3;

    private final Jdbi jdbi;
    private final Intake intake;
    private final Clock clock;
    private final StopStore stops = new StopStore();
    private final FindingStore findings = new FindingStore();

    /** The reports of one database's findings. */
    public FindingReports(Jdbi jdbi, Intake intake, Clock clock) {
        this.jdbi = jdbi;
        this.intake = intake;
        this.clock = clock;
    }

    /** Makes reports of all findings that have been left alone for {@link #QUIET}; to be called every now and then. */
    public void makeOfQuiet() {
        Made made = make(clock.instant().minus(QUIET), null);
        if (made.reports() + made.refused() > 0) {
            LOG.info("{} findings of walks became reports, {} could not", made.reports(), made.refused());
        }
    }

    /** The same at once for all findings of one walk. */
    Made makeOf(String walk) {
        return make(clock.instant(), walk);
    }

    private Made make(Instant unchangedSince, @Nullable String walk) {
        Made sum = new Made(0, 0, 0);
        List<UUID> waiting;
        do {
            waiting = jdbi.withHandle(handle -> findings.listWaiting(handle, unchangedSince, walk, AT_ONCE));
            for (UUID id : waiting) {
                sum = sum.plus(jdbi.inTransaction(transaction -> weigh(transaction, id)));
            }
        } while (waiting.size() == AT_ONCE);
        return sum;
    }

    private Made weigh(Handle transaction, UUID id) {
        Optional<Finding> waiting = findings.lockWaiting(transaction, id);
        if (waiting.isEmpty()) {
            return new Made(0, 0, 0);
        }
        ShownStop stop = stops.find(transaction, waiting.get().stop()).orElseThrow();
        Optional<ReportDraft> draft = draft(waiting.get(), stop);
        if (draft.isEmpty()) {
            findings.setWeighed(transaction, id, null);
            return new Made(0, 0, 1);
        }
        try {
            long report = intake.submit(transaction, draft.get());
            findings.setReport(transaction, id, report, clock.instant());
            return new Made(1, 0, 0);
        } catch (ApiException e) { // the draft is checked before anything is written
            LOG.warn("finding {} can not become a report: {}", id, refusal(e));
            findings.setWeighed(transaction, id, refusal(e));
            return new Made(0, 1, 0);
        }
    }

    private static String refusal(ApiException e) {
        return e.faults().stream().map(Fault::field).distinct().collect(Collectors.joining(", "));
    }

    /** The report that a finding becomes; empty if nothing is wrong and nothing was said. */
    static Optional<ReportDraft> draft(Finding finding, ShownStop stop) {
        List<ChecklistItem> bad = finding.grades().bad();
        if (bad.isEmpty() && finding.comment().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ReportDraft(
                stop.place(),
                causes(finding.grades()),
                finding.answeredAt().toString(),
                false,
                Source.WALK.code(),
                null,
                severity(finding.grades()),
                finding.comment().orElse(null),
                null,
                "walk:" + finding.stop().walk()));
    }

    /** Those of the bad grades; of a comment alone, what is liked where it feels safe, else what is in no list. */
    private static List<String> causes(Grades grades) {
        List<String> causes = new ArrayList<>();
        grades.bad().forEach(item -> item.cause().ifPresent(causes::add));
        if (causes.isEmpty()) {
            boolean liked =
                    grades.bad().isEmpty() && grades.of(ChecklistItem.FEELING).orElse(0) == ChecklistItem.BEST;
            causes.add(liked ? SAFE : OTHER);
        }
        return causes;
    }

    private static int severity(Grades grades) {
        return grades.of(ChecklistItem.FEELING)
                .filter(feeling -> feeling <= ChecklistItem.BAD)
                .map(feeling -> WORST_SEVERITY + 1 - feeling)
                .orElse(0);
    }

    /**
     * What a run has done.
     *
     * @param reports how many findings became reports
     * @param refused how many could not
     * @param fine how many need none
     */
    record Made(int reports, int refused, int fine) {

        private Made plus(Made other) {
            return new Made(reports + other.reports, refused + other.refused, fine + other.fine);
        }
    }
}
