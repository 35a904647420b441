package se.lykta.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.lykta.taxonomy.Light;
import se.lykta.taxonomy.ReportState;
import se.lykta.taxonomy.Severity;
import se.lykta.taxonomy.Source;
import se.lykta.taxonomy.Taxonomy;

/**
 * Reads the rows of a binary COPY of {@link #COLUMNS}, one at a time, and shows the last one; makes no object per row.
 *
 * <p>What is cheaper here than in the database is done here: codes become numbers, a time becomes minutes and the hour on
 * the wall. Used by one thread.
 */
final class PointRow implements PointView {

    /** What is selected, in the order read here, of {@code report r}. */
    static final String COLUMNS = """
            r.id, ST_X(r.geom), ST_Y(r.geom), r.causes, coalesce(r.occurred_at, r.reported_at),
            coalesce(r.occurred_precision = 'minute', false), r.light, r.source, r.state,
            coalesce(r.severity, 0)::smallint, r.reporter, r.excluded""";

    private static final int FIELDS = 12;
    private static final long MICROS_PER_MINUTE = 60_000_000;
    /** PostgreSQL counts from 2000-01-01T00:00Z. */
    private static final long MINUTES_1970_TO_2000 = 15_778_080;

    private static final int SEVERITIES = Severity.values().length;

    private final CauseCodes causeCodes;
    private final ZoneClock clock;
    private final CodeTable<Source> sources = table(Source.values(), Source::code);
    private final CodeTable<ReportState> states = table(ReportState.values(), ReportState::code);
    private final CodeTable<Light> lights =
            table(Light.values(), light -> light.name().toLowerCase(Locale.ROOT));

    private long id;
    private double lonDeg;
    private double latDeg;
    private long causes;
    private int minute;
    private int hourOfWeek;
    private Light light = Light.UNKNOWN;
    private Source source = Source.IMPORT;
    private ReportState state = ReportState.RECEIVED;
    private Severity severity = Severity.UNKNOWN;
    private long reporter;
    private boolean excluded;

    PointRow(Taxonomy taxonomy, ZoneClock clock) {
        this.causeCodes = new CauseCodes(taxonomy);
        this.clock = clock;
    }

    /** Reads the next row of the message, if there is one. */
    boolean read(BinaryCopy copy) {
        if (!copy.nextRow(FIELDS)) {
            return false;
        }
        id = copy.longField();
        lonDeg = copy.doubleField();
        latDeg = copy.doubleField();
        causes = copy.causesField(causeCodes);
        minute = minute(copy.longField());
        hourOfWeek = copy.booleanField() ? clock.hourOfWeek(minute) : ReportPoint.When.NO_HOUR;
        light = copy.codeField(lights);
        source = copy.codeField(sources);
        state = copy.codeField(states);
        severity = severity(copy.shortField());
        reporter = copy.longField();
        excluded = copy.booleanField();
        return true;
    }

    @Override
    public long id() {
        return id;
    }

    @Override
    public double lonDeg() {
        return lonDeg;
    }

    @Override
    public double latDeg() {
        return latDeg;
    }

    @Override
    public long causes() {
        return causes;
    }

    @Override
    public int occurredMinute() {
        return minute;
    }

    @Override
    public int hourOfWeek() {
        return hourOfWeek;
    }

    @Override
    public Light light() {
        return light;
    }

    @Override
    public Source source() {
        return source;
    }

    @Override
    public ReportState state() {
        return state;
    }

    @Override
    public Severity severity() {
        return severity;
    }

    @Override
    public long reporter() {
        return reporter;
    }

    @Override
    public boolean excluded() {
        return excluded;
    }

    private static int minute(long microsSince2000) {
        long minute = Math.floorDiv(microsSince2000, MICROS_PER_MINUTE) + MINUTES_1970_TO_2000;
        if (minute != (int) minute) {
            throw new IllegalStateException("the database has a report in minute " + minute + ", which is no time");
        }
        return (int) minute;
    }

    private static Severity severity(int code) {
        if (code < 0 || code >= SEVERITIES) {
            throw new IllegalStateException("the database knows the severity " + code + ", this program does not");
        }
        return Severity.of(code);
    }

    private static <T> CodeTable<T> table(T[] values, Function<T, String> code) {
        return new CodeTable<>(Arrays.stream(values).collect(Collectors.toMap(code, Function.identity())));
    }
}
