package se.lykta.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import se.lykta.taxonomy.Cause;
import se.lykta.taxonomy.Light;
import se.lykta.taxonomy.ReportState;
import se.lykta.taxonomy.Severity;
import se.lykta.taxonomy.Source;
import se.lykta.taxonomy.Taxonomy;

/**
 * Reads the rows of one query of {@link ChangeFeed} as points; codes and sets of causes are looked up once each.
 *
 * <p>A cause that the taxonomy no longer has does not hide its report: what is left counts, or else "other". Used by one
 * thread.
 */
final class PointRow {

    /** What is selected, in the order read here, of {@code report r}. */
    static final String COLUMNS = """
            r.id, ST_X(r.geom), ST_Y(r.geom), array_to_string(r.causes, ' '),
            floor(date_part('epoch', coalesce(r.occurred_at, r.reported_at)) / 60)::integer,
            coalesce(r.occurred_precision = 'minute', false), r.light,
            r.source, r.state, coalesce(r.severity, 0)::smallint, r.reporter""";

    private static final String OTHER = "E19";

    private final Taxonomy taxonomy;
    private final ZoneClock clock;
    private final Map<String, Long> masks = new HashMap<>();
    private final Map<String, Source> sources = new HashMap<>();
    private final Map<String, ReportState> states = new HashMap<>();
    private final Map<String, Light> lights = new HashMap<>();

    PointRow(Taxonomy taxonomy, ZoneClock clock) {
        this.taxonomy = taxonomy;
        this.clock = clock;
        for (Source source : Source.values()) {
            sources.put(source.code(), source);
        }
        for (ReportState state : ReportState.values()) {
            states.put(state.code(), state);
        }
        for (Light light : Light.values()) {
            lights.put(light.name().toLowerCase(Locale.ROOT), light);
        }
    }

    ReportPoint read(ResultSet rows) throws SQLException {
        return new ReportPoint(
                rows.getLong(1),
                rows.getDouble(2),
                rows.getDouble(3),
                masks.computeIfAbsent(rows.getString(4), this::mask),
                when(rows.getInt(5), rows.getBoolean(6), rows.getString(7)),
                get(sources, rows.getString(8)),
                get(states, rows.getString(9)),
                Severity.of(rows.getShort(10)),
                rows.getLong(11));
    }

    private ReportPoint.When when(int minute, boolean hourKnown, String light) {
        int hourOfWeek = hourKnown ? clock.hourOfWeek(minute) : ReportPoint.When.NO_HOUR;
        return new ReportPoint.When(minute, hourOfWeek, get(lights, light));
    }

    private long mask(String codes) {
        long mask = 0;
        for (String code : codes.split(" ", -1)) {
            mask |= taxonomy.findCause(code).map(Cause::mask).orElse(0L);
        }
        return mask != 0 ? mask : taxonomy.getCause(OTHER).mask();
    }

    private static <T> T get(Map<String, T> known, String code) {
        T value = known.get(code);
        if (value == null) {
            throw new IllegalStateException("the database knows the code " + code + ", this program does not");
        }
        return value;
    }
}
