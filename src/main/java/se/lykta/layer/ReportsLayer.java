package se.lykta.layer;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import se.lykta.account.Audience;
import se.lykta.index.Filter;
import se.lykta.index.Indexes;
import se.lykta.index.Snapshot;
import se.lykta.taxonomy.Cause;
import se.lykta.taxonomy.Light;
import se.lykta.taxonomy.Severity;
import se.lykta.taxonomy.Taxonomy;

/**
 * The reports themselves, as points.
 *
 * <p>Staff see the exact position, all causes, source, state, day, light and severity. The public sees the rows of the release:
 * generalised place, cause and month, and nothing else. Text, contact and reporter are never here, because the index does
 * not hold the first two and this class does not read the third.
 */
public final class ReportsLayer implements Layer {

    private static final int SECONDS_PER_MINUTE = 60;
    private static final int MONTH_LENGTH = "2026-06".length();

    private final Indexes indexes;
    private final Taxonomy taxonomy;
    private final ZoneId zone;
    private final GeometryFactory geometries = new GeometryFactory();

    /**
     * The layer of one service.
     *
     * @param zone whose days and months are told
     */
    public ReportsLayer(Indexes indexes, Taxonomy taxonomy, ZoneId zone) {
        this.indexes = indexes;
        this.taxonomy = taxonomy;
        this.zone = zone;
    }

    @Override
    public String id() {
        return "reports";
    }

    @Override
    public String titleSv() {
        return "Rapporter";
    }

    @Override
    public String titleEn() {
        return "Reports";
    }

    @Override
    public Contents read(View view) {
        return new Moment(indexes.snapshot(view.audience()), view.audience(), view.filter());
    }

    private final class Moment implements Contents {

        private final Snapshot snapshot;
        private final Audience audience;
        private final Filter filter;

        private Moment(Snapshot snapshot, Audience audience, Filter filter) {
            this.snapshot = snapshot;
            this.audience = audience;
            this.filter = filter;
        }

        @Override
        public String version() {
            return audience.name().toLowerCase(Locale.ROOT) + "." + snapshot.version() + "." + filter.key();
        }

        @Override
        public void forEach(Consumer<Feature> consumer) {
            for (int row = 0; row < snapshot.size(); row++) {
                if (filter.test(snapshot, row)) {
                    consumer.accept(feature(row));
                }
            }
        }

        private Feature feature(int row) {
            var place = new Coordinate(snapshot.lonDeg(row), snapshot.latDeg(row));
            Map<String, @Nullable Object> values = audience == Audience.STAFF ? exact(row) : released(row);
            return new Feature(Long.toString(snapshot.id(row)), geometries.createPoint(place), values);
        }

        private Map<String, @Nullable Object> exact(int row) {
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            values.put("causes", causes(row));
            values.put("source", snapshot.source(row).code());
            values.put("state", snapshot.state(row).code());
            values.put("date", day(row).toString());
            values.put("light", light(snapshot.light(row)));
            values.put("severity", severity(snapshot.severity(row)));
            return values;
        }

        private Map<String, @Nullable Object> released(int row) {
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            values.put("causes", causes(row));
            values.put("month", day(row).toString().substring(0, MONTH_LENGTH));
            return values;
        }

        private List<String> causes(int row) {
            return taxonomy.causesOf(snapshot.causes(row)).stream()
                    .map(Cause::code)
                    .toList();
        }

        private LocalDate day(int row) {
            return LocalDate.ofInstant(Instant.ofEpochSecond((long) snapshot.minute(row) * SECONDS_PER_MINUTE), zone);
        }
    }

    private static @Nullable Integer severity(Severity severity) {
        return severity == Severity.UNKNOWN ? null : severity.code();
    }

    private static @Nullable String light(Light light) {
        return light == Light.UNKNOWN ? null : light.name().toLowerCase(Locale.ROOT);
    }
}
