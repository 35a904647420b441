package se.lykta.hotspot.file;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import se.lykta.geo.LonLat;
import se.lykta.geo.MetricCrs;
import se.lykta.hotspot.file.PointsFile.PointColumns;
import se.lykta.http.ApiException;
import se.lykta.http.Fault;

/** Gathers the lines of a file of points and their faults. Used by one thread. */
final class PointLines {

    private static final int SHOWN = 40;

    private final List<String> ids = new ArrayList<>();
    private final List<String[]> others = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private double[] x = new double[1024];
    private double[] y = new double[1024];
    private long[] seconds = new long[1024];
    private long[] lineNumbers = new long[1024];
    private double[] lon = {};
    private double[] lat = {};
    private boolean hasIds = true;
    private int size;
    private long bad;

    int size() {
        return size;
    }

    long bad() {
        return bad;
    }

    void add(CsvRecord line, PointColumns columns) {
        if (line.getFieldCount() == 1 && line.getField(0).isBlank()) {
            return;
        }
        grow();
        String id = PointColumns.value(line, columns.id());
        hasIds &= !id.isEmpty();
        ids.add(id.isEmpty() ? String.valueOf(size + 1) : id);
        lineNumbers[size] = line.getStartingLineNumber();
        x[size] = number(line, columns, columns.east());
        y[size] = number(line, columns, columns.north());
        seconds[size] = columns.time() < 0 ? Points.NO_TIME : time(line, columns);
        refuseMore(line, columns.header().size());
        others.add(Arrays.stream(columns.others())
                .mapToObj(column -> PointColumns.value(line, column))
                .toArray(String[]::new));
        size++;
    }

    private void grow() {
        if (size == x.length) {
            x = Arrays.copyOf(x, 2 * size);
            y = Arrays.copyOf(y, 2 * size);
            seconds = Arrays.copyOf(seconds, 2 * size);
            lineNumbers = Arrays.copyOf(lineNumbers, 2 * size);
        }
    }

    /** A line may end with empty values, but what has no column was probably cut in the wrong place. */
    private void refuseMore(CsvRecord line, int most) {
        for (int i = most; i < line.getFieldCount(); i++) {
            if (!line.getField(i).isBlank()) {
                fault(
                        line.getStartingLineNumber(),
                        "value",
                        line.getField(i),
                        "in one of the %d columns".formatted(most));
                x[size] = Double.NaN;
                return;
            }
        }
    }

    private double number(CsvRecord line, PointColumns columns, int column) {
        String text = PointColumns.value(line, column);
        double number = Decimal.parse(text);
        if (Double.isNaN(number)) {
            fault(line.getStartingLineNumber(), columns.header().get(column), text, "a number");
        }
        return number;
    }

    private long time(CsvRecord line, PointColumns columns) {
        String text = PointColumns.value(line, columns.time());
        if (text.isEmpty()) {
            return Points.NO_TIME;
        }
        try {
            return secondsOf(text);
        } catch (DateTimeParseException e) {
            fault(
                    line.getStartingLineNumber(),
                    columns.header().get(columns.time()),
                    text,
                    "a date or time as in ISO 8601");
            x[size] = Double.NaN;
            return Points.NO_TIME;
        }
    }

    /** Local seconds: an offset says where the clock stood, and is left out. */
    private static long secondsOf(String text) {
        if (text.length() <= 7) {
            return YearMonth.parse(text).atDay(1).toEpochDay() * 86_400;
        }
        if (text.length() <= 10) {
            return LocalDate.parse(text).toEpochDay() * 86_400;
        }
        String local = text.replace(' ', 'T').replaceFirst("(Z|[+-][0-9]{2}(:?[0-9]{2})?)$", "");
        return LocalDateTime.parse(local).toEpochSecond(ZoneOffset.UTC);
    }

    private void fault(long line, String column, String text, String expected) {
        if (faults.size() < Points.MOST_TOLD) {
            faults.add(new Fault("line " + line, "%s '%s' is not %s".formatted(column, shown(text), expected)));
        }
    }

    /** The start of a value, fit for a message. */
    static String shown(String text) {
        String start = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
        return start.replaceAll("\\p{Cntrl}", "?");
    }

    /** The middle of half of the points each, so that a stray point moves nothing; empty if none is usable. */
    Optional<LonLat> middle() {
        double[] lons = IntStream.range(0, size)
                .mapToDouble(i -> x[i])
                .filter(lon -> Math.abs(lon) <= 180)
                .sorted()
                .toArray();
        double[] lats = IntStream.range(0, size)
                .mapToDouble(i -> y[i])
                .filter(lat -> Math.abs(lat) <= 90)
                .sorted()
                .toArray();
        return lons.length == 0 || lats.length == 0
                ? Optional.empty()
                : Optional.of(new LonLat(lons[lons.length / 2], lats[lats.length / 2]));
    }

    /** Brings degrees to metres of a system; without one they are metres. */
    void project(Optional<MetricCrs> crs) {
        if (crs.isPresent()) {
            lon = x.clone();
            lat = y.clone();
        }
        for (int i = 0; i < size; i++) {
            boolean read = !Double.isNaN(x[i]) && !Double.isNaN(y[i]);
            if (read && crs.isPresent()) {
                project(crs.get(), i);
            }
            if (Double.isNaN(x[i]) || Double.isNaN(y[i])) {
                x[i] = Double.NaN;
                y[i] = Double.NaN;
                bad++;
            }
        }
    }

    private void project(MetricCrs crs, int point) {
        try {
            double[] metres = crs.project(new LonLat(x[point], y[point]).lonDeg(), y[point]);
            x[point] = metres[0];
            y[point] = metres[1];
        } catch (IllegalArgumentException e) {
            fault(lineNumbers[point], "position", x[point] + "," + y[point], "within reach of " + crs.name());
            x[point] = Double.NaN;
        }
    }

    /** Refuses the file if any line is bad. */
    void refuseBad() {
        if (bad > 0) {
            String detail = "%d of %d lines are bad, the first: %s: %s"
                    .formatted(bad, size, faults.get(0).field(), faults.get(0).message());
            throw new ApiException(
                    ApiException.Kind.INVALID, "points-invalid", detail + "; --skip-bad leaves them out", faults);
        }
    }

    /** The points, with the bad ones or without. */
    Points points(PointColumns columns, boolean withBad) {
        int[] kept = IntStream.range(0, size)
                .filter(i -> withBad || !Double.isNaN(x[i]))
                .toArray();
        Map<String, String[]> named = new HashMap<>();
        int[] names = columns.others();
        for (int i = 0; i < names.length; i++) {
            int column = i;
            named.put(
                    columns.header().get(names[i]).strip(),
                    Arrays.stream(kept).mapToObj(row -> others.get(row)[column]).toArray(String[]::new));
        }
        Points points = new Points(
                Arrays.stream(kept).mapToObj(ids::get).toArray(String[]::new),
                Arrays.stream(kept).mapToDouble(i -> x[i]).toArray(),
                Arrays.stream(kept).mapToDouble(i -> y[i]).toArray(),
                columns.time() < 0
                        ? new long[0]
                        : Arrays.stream(kept).mapToLong(i -> seconds[i]).toArray(),
                named);
        points = hasIds ? points : points.withoutIds();
        return lon.length > 0
                ? points.withLonLat(
                        Arrays.stream(kept).mapToDouble(i -> lon[i]).toArray(),
                        Arrays.stream(kept).mapToDouble(i -> lat[i]).toArray())
                : points;
    }
}
