package se.lykta.hotspot.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import se.lykta.http.ApiException;
import se.lykta.http.Fault;

/**
 * The points of a file or of the reports, a column each. Immutable; the arrays are shared with the methods, which only read them.
 */
public final class Points {

    /** Stands for a time that a line does not tell. */
    public static final long NO_TIME = Long.MIN_VALUE;

    /** Of more faults, only so many are told. */
    static final int MOST_TOLD = 50;

    private static final double[] NONE = {};

    private final String[] ids;
    private final boolean hasIds;
    private final Positions positions;
    private final long[] seconds;
    private final Map<String, String[]> others;

    /**
     * Takes over all arrays, one value for each point.
     *
     * @param seconds local, or {@link #NO_TIME}; empty if no times are known
     * @param others any other columns by name
     */
    public Points(String[] ids, double[] x, double[] y, long[] seconds, Map<String, String[]> others) {
        this(ids, true, new Positions(x, y, NONE, NONE), seconds, others);
    }

    private Points(String[] ids, boolean hasIds, Positions positions, long[] seconds, Map<String, String[]> others) {
        this.ids = ids;
        this.hasIds = hasIds;
        this.positions = positions;
        this.seconds = seconds;
        this.others = Map.copyOf(others);
    }

    /** Metres, and degrees if these were given and are wanted. */
    private static final class Positions {

        private final double[] x;
        private final double[] y;
        private final double[] lon;
        private final double[] lat;

        Positions(double[] x, double[] y, double[] lon, double[] lat) {
            this.x = x;
            this.y = y;
            this.lon = lon;
            this.lat = lat;
        }
    }

    /** The same points with the degrees that the file tells; takes over the arrays. */
    Points withLonLat(double[] lon, double[] lat) {
        return new Points(ids, hasIds, new Positions(positions.x, positions.y, lon, lat), seconds, others);
    }

    /** The same points of a file that does not tell all ids: some are numbers of lines. */
    Points withoutIds() {
        return new Points(ids, false, positions, seconds, others);
    }

    /** Some of the points, in the order of their rows. */
    Points select(int[] rows) {
        Map<String, String[]> selected = new HashMap<>();
        others.forEach((name, values) -> selected.put(name, select(values, rows)));
        Positions some = new Positions(
                select(positions.x, rows),
                select(positions.y, rows),
                hasLonLat() ? select(positions.lon, rows) : NONE,
                hasLonLat() ? select(positions.lat, rows) : NONE);
        long[] times = seconds.length == 0
                ? seconds
                : IntStream.of(rows).mapToLong(row -> seconds[row]).toArray();
        return new Points(select(ids, rows), hasIds, some, times, selected);
    }

    private static double[] select(double[] values, int[] rows) {
        return IntStream.of(rows).mapToDouble(row -> values[row]).toArray();
    }

    private static String[] select(String[] values, int[] rows) {
        return IntStream.of(rows).mapToObj(row -> values[row]).toArray(String[]::new);
    }

    /** How many there are. */
    public int size() {
        return positions.x.length;
    }

    /** The id of a point: column {@code id}, or its number among all lines, from 1. */
    public String id(int point) {
        return ids[point];
    }

    /** Whether the ids stay the same when the lines come in another order. */
    public boolean hasIds() {
        return hasIds;
    }

    /** East, metres, finite unless the method takes bad points; not to be changed. */
    public double[] x() {
        return positions.x;
    }

    /** North, metres; not to be changed. */
    public double[] y() {
        return positions.y;
    }

    /** Whether the file tells degrees. */
    public boolean hasLonLat() {
        return positions.lon.length > 0;
    }

    /** Longitude as it stands in the file, if {@link #hasLonLat()}; not to be changed. */
    public double[] lon() {
        return positions.lon;
    }

    /** Latitude as it stands in the file, if {@link #hasLonLat()}; not to be changed. */
    public double[] lat() {
        return positions.lat;
    }

    /** Whether the file has a column of times. */
    public boolean hasTimes() {
        return seconds.length > 0 || size() == 0;
    }

    /**
     * When each happened, in local seconds since 1970-01-01T00:00, {@link #NO_TIME} where a line does not tell; not to be
     * changed.
     *
     * @throws ApiException {@code time-missing} without a column of times
     */
    public long[] seconds() {
        if (!hasTimes()) {
            throw ApiException.invalid(
                    "time-missing", List.of(new Fault("time", "this method needs a column of times: --map time=NAME")));
        }
        return seconds;
    }

    /** Whether the file has such a column beside id, position and time. */
    public boolean hasColumn(String name) {
        return others.containsKey(name);
    }

    /**
     * Any other column as it stands in the file; an empty text where a line has no value; not to be changed.
     *
     * @throws ApiException {@code column-missing}
     */
    public String[] column(String name) {
        String[] values = others.get(name);
        if (values == null) {
            throw ApiException.invalid("column-missing", List.of(absent(name)));
        }
        return values;
    }

    private Fault absent(String name) {
        String has = others.isEmpty() ? "no others" : String.join(", ", new TreeSet<>(others.keySet()));
        return new Fault(name, "the file has no column %s beside id, position and time, but %s".formatted(name, has));
    }

    /**
     * Columns of finite numbers of at least 0; empty values count as 0.
     *
     * @return a row for each name
     * @throws ApiException {@code column-missing}, {@code column-invalid}, with the faults of all columns
     */
    public double[][] numbers(String... names) {
        List<Fault> absent = Arrays.stream(names)
                .filter(name -> !hasColumn(name))
                .map(this::absent)
                .toList();
        if (!absent.isEmpty()) {
            throw ApiException.invalid("column-missing", absent);
        }
        List<Fault> faults = new ArrayList<>();
        double[][] numbers =
                Arrays.stream(names).map(name -> numbers(name, faults)).toArray(double[][]::new);
        if (!faults.isEmpty()) {
            throw ApiException.invalid("column-invalid", faults);
        }
        return numbers;
    }

    private double[] numbers(String name, List<Fault> faults) {
        String[] texts = column(name);
        double[] numbers = new double[texts.length];
        int most = faults.size() + MOST_TOLD;
        for (int i = 0; i < texts.length; i++) {
            numbers[i] = texts[i].isBlank() ? 0 : Decimal.parse(texts[i].strip());
            if (!(numbers[i] >= 0) && faults.size() < most) {
                String value = PointLines.shown(texts[i]);
                faults.add(new Fault(name, "'%s' of point %s is not a number of at least 0".formatted(value, ids[i])));
            }
        }
        return numbers;
    }
}
