package se.lykta.hotspot;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import se.lykta.hotspot.words.Name;
import se.lykta.http.QueryParameters;
import se.lykta.taxonomy.Severity;

/**
 * How much each report weighs when hotspots are ranked: more if the place felt more unsafe, less the older it is.
 *
 * <p>Weights decide rank, and by it which hotspots are within the limit. They never make a hotspot: reports and voices are
 * counted one by one, whatever they weigh, so a few grave reports are never taken for many.
 *
 * @param bySeverity whether {@link Severity#weight()} counts
 * @param halfLifeDays after how many days before the end of the window a report weighs half, 1..3650; none: age does not
 *     count
 */
public record Weights(boolean bySeverity, OptionalInt halfLifeDays) {

    /** Every report weighs 1. */
    public static final Weights NONE = new Weights(false, OptionalInt.empty());

    static final int DEFAULT_HALF_LIFE_DAYS = 180;
    static final int MOST_HALF_LIFE_DAYS = 3650;

    private static final double MINUTES_PER_DAY = 1440;

    /** Refuses what no analysis can mean. */
    public Weights {
        if (halfLifeDays.isPresent()
                && (halfLifeDays.getAsInt() < 1 || halfLifeDays.getAsInt() > MOST_HALF_LIFE_DAYS)) {
            throw new IllegalArgumentException(
                    "half-life %d is not within 1..%d days".formatted(halfLifeDays.getAsInt(), MOST_HALF_LIFE_DAYS));
        }
    }

    /** Reads {@code weight} and {@code halfLife}; faults are noted there. */
    static Weights parse(QueryParameters parameters) {
        List<Kind> kinds = parameters.list("weight", Kind::find, "severity or recency");
        int days = parameters.integer("halfLife", DEFAULT_HALF_LIFE_DAYS, 1, MOST_HALF_LIFE_DAYS);
        boolean recency = kinds.contains(Kind.RECENCY);
        if (!recency && parameters.find("halfLife").isPresent()) {
            parameters.fault("halfLife", "means nothing without weight=recency");
        }
        return new Weights(kinds.contains(Kind.SEVERITY), recency ? OptionalInt.of(days) : OptionalInt.empty());
    }

    /** What {@code weight} may name. */
    private enum Kind {
        SEVERITY,
        RECENCY;

        static Optional<Kind> find(String text) {
            return switch (text) {
                case "severity" -> Optional.of(SEVERITY);
                case "recency" -> Optional.of(RECENCY);
                default -> Optional.empty();
            };
        }
    }

    /** Whether reports weigh differently. */
    public boolean isOn() {
        return bySeverity || halfLifeDays.isPresent();
    }

    /**
     * The weight of one report, 0..2.
     *
     * @param ageMinutes from the report to the end of the window, at least 0
     */
    double of(Severity severity, int ageMinutes) {
        double weight = bySeverity ? severity.weight() : 1;
        // StrictMath: the same order on every platform
        return halfLifeDays.isEmpty()
                ? weight
                : weight * StrictMath.pow(2, -ageMinutes / (halfLifeDays.getAsInt() * MINUTES_PER_DAY));
    }

    /** Says in plain words what the rank is made of. */
    Optional<Name> sentence() {
        if (!isOn()) {
            return Optional.empty();
        }
        String severitySv = "allvar (mycket otryggt räknas dubbelt, obehagligt till hälften, okänt som otryggt)";
        String severityEn = "severity (very unsafe counts double, uneasy half, unknown as unsafe)";
        String recencySv = halfLifeDays.isEmpty()
                ? ""
                : "färskhet (en rapport väger hälften efter %d dagar)".formatted(halfLifeDays.getAsInt());
        String recencyEn = halfLifeDays.isEmpty()
                ? ""
                : "recency (a report weighs half after %d days)".formatted(halfLifeDays.getAsInt());
        boolean both = bySeverity && halfLifeDays.isPresent();
        return Optional.of(new Name(
                "Rangordnad efter " + (bySeverity ? severitySv : "") + (both ? " och " : "") + recencySv + ".",
                "Ranked by " + (bySeverity ? severityEn : "") + (both ? " and " : "") + recencyEn + "."));
    }

    /** Canonical text for entity tags, visible ASCII without quotes. */
    String key() {
        return (bySeverity ? "s" : "") + (halfLifeDays.isPresent() ? "h" + halfLifeDays.getAsInt() : "");
    }
}
