package se.lykta.report.csv;

import java.time.Instant;
import java.time.LocalDate;
import java.time.zone.ZoneRules;
import java.util.HashMap;
import java.util.Map;
import se.lykta.report.ReporterKeys;

/** Hashes the reporters of imported lines and remembers the hashes, for HMAC is slow. Used by one thread. */
final class RowReporters {

    private static final int REMEMBERED = 100_000;

    private final ReporterKeys keys;
    private final ZoneRules rules;
    private final String origin;
    private final Map<Long, Long> days = new HashMap<>();
    private final Map<String, Long> references = new HashMap<>();

    RowReporters(byte[] key, ImportOptions options) {
        this.keys = new ReporterKeys(key);
        this.rules = options.zone().getRules();
        this.origin = options.origin();
    }

    /** The key of a reference within its origin; of the anonymous of the reporting's local day if it is empty. */
    long keyOf(String reference, long reportedEpochSecond) {
        if (references.size() > REMEMBERED) {
            references.clear();
        }
        if (!reference.isEmpty()) {
            return references.computeIfAbsent(reference, one -> keys.ofReference(origin + "/" + one));
        }
        int offset = rules.getOffset(Instant.ofEpochSecond(reportedEpochSecond)).getTotalSeconds();
        long day = Math.floorDiv(reportedEpochSecond + offset, 86_400);
        return days.computeIfAbsent(day, one -> keys.anonymous(LocalDate.ofEpochDay(one)));
    }
}
