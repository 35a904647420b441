package se.lykta.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import se.lykta.taxonomy.Cause;
import se.lykta.taxonomy.Taxonomy;

/**
 * What a single value of a report has to be like, the same for a form and for a line of a file.
 *
 * <p>Every rule gives the sentence that tells what is wrong, or nothing. Safe for use by many threads.
 */
public final class ReportRules {

    /** The longest text, in characters. */
    static final int MOST_TEXT = 2000;

    /** The most causes of one report. */
    public static final int MOST_CAUSES = 16;

    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private final Taxonomy taxonomy;
    private final Instant earliest;
    private final Clock clock;

    /** The rules, with a zone in which days begin. */
    public ReportRules(Taxonomy taxonomy, ZoneId zone, Clock clock) {
        this.taxonomy = taxonomy;
        this.earliest = EARLIEST.atStartOfDay(zone).toInstant();
        this.clock = clock;
    }

    /** A cause exists and stands for itself, not for a group in the public release. */
    public boolean isReportable(String code) {
        return taxonomy.findCause(code).filter(cause -> !cause.generalised()).isPresent();
    }

    /** The codes that may be reported, for messages. */
    public String reportableCauses() {
        return taxonomy.causes().stream()
                .filter(cause -> !cause.generalised())
                .map(Cause::code)
                .reduce((a, b) -> a + ", " + b)
                .orElse("none");
    }

    /** A time is neither in the future nor before 1990. */
    public Optional<String> timeFault(Instant start) {
        if (start.isAfter(clock.instant().plus(CLOCKS_DIFFER))) {
            return Optional.of("is in the future");
        }
        return start.isBefore(earliest) ? Optional.of("is before " + EARLIEST) : Optional.empty();
    }

    /** A text is not too long and has no control characters but line ends and tabs. */
    public static Optional<String> textFault(String text) {
        int length = text.codePointCount(0, text.length());
        if (length > MOST_TEXT) {
            return Optional.of("has %d characters, allowed are %d".formatted(length, MOST_TEXT));
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t') {
                return Optional.of("has a control character at position " + (i + 1));
            }
        }
        return Optional.empty();
    }
}
