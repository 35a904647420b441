package se.lykta.hotspot.file;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import se.lykta.geo.LonLat;
import se.lykta.geo.MetricCrs;
import se.lykta.http.ApiException;
import se.lykta.http.Fault;
import se.lykta.report.csv.CsvFile;

/**
 * Reads the points of a CSV file with a line of column names: {@code x} and {@code y} in metres of a projected system, or
 * {@code lon} and {@code lat}, which are projected; {@code id} and {@code time} if there are any, and whatever else.
 *
 * <p>Bad lines are counted and told with their numbers, and left out only if that was asked for. Used by one thread.
 */
public final class PointsFile {

    private static final Map<String, List<String>> NAMES = Map.of(
            "id", List.of("id"),
            "x", List.of("x", "easting", "e"),
            "y", List.of("y", "northing", "n"),
            "lon", List.of("lon", "longitude", "lng"),
            "lat", List.of("lat", "latitude"),
            "time", List.of("time", "timestamp", "occurred_at", "date", "datum", "month"));

    private final Options options;
    private final PointLines lines = new PointLines();

    /**
     * How to read a file.
     *
     * @param crs EPSG code of x and y, into which lon and lat are projected; empty: the one that suits the middle of lon
     *     and lat, SWEREF 99 TM for x and y
     * @param columns the file's name of a column by ours, where it differs
     * @param skipBad leave out bad lines
     * @param keepBad hand over points without a position as not a number
     */
    public record Options(Optional<String> crs, Map<String, String> columns, boolean skipBad, boolean keepBad) {}

    /** A reader. */
    public PointsFile(Options options) {
        this.options = options;
    }

    /**
     * Reads a file.
     *
     * @throws ApiException {@code points-invalid} with the bad lines, {@code columns-missing}, {@code columns-ambiguous},
     *     {@code crs-invalid}, or what makes the file unreadable as a whole
     */
    public Input read(Path path) throws IOException {
        CsvFile file = CsvFile.examine(path);
        try (InputStream in = Files.newInputStream(path);
                CsvReader<CsvRecord> csv = file.open(in)) {
            CloseableIterator<CsvRecord> records = csv.iterator();
            if (!CsvFile.hasNext(records, 0)) {
                throw CsvFile.refused("empty-file", "the file has no line of column names");
            }
            PointColumns columns = columns(records.next().getFields());
            for (long before = 1; CsvFile.hasNext(records, before); ) {
                CsvRecord line = records.next();
                before = line.getStartingLineNumber();
                lines.add(line, columns);
            }
            MetricCrs crs = crs(columns);
            lines.project(columns.isLonLat() ? Optional.of(crs) : Optional.empty());
            if (!options.skipBad() && !options.keepBad()) {
                lines.refuseBad();
            }
            return new Input(lines.points(columns, options.keepBad()), Optional.empty(), crs);
        }
    }

    /** How many lines were bad so far. */
    public long bad() {
        return lines.bad();
    }

    private PointColumns columns(List<String> header) {
        refuseUnknown(header);
        refuseDoubled(header);
        int x = find(header, "x");
        int y = find(header, "y");
        boolean lonLat = x < 0 || y < 0;
        int east = lonLat ? find(header, "lon") : x;
        int north = lonLat ? find(header, "lat") : y;
        if (east < 0 || north < 0) {
            throw ApiException.invalid(
                    "columns-missing",
                    List.of(new Fault(
                            "file",
                            "it has neither x and y nor lon and lat, but: %s; name them with --map x=NAME,y=NAME"
                                    .formatted(String.join(", ", header)))));
        }
        return new PointColumns(header, find(header, "id"), east, north, find(header, "time"), lonLat);
    }

    /** Refuses names of columns that mean nothing here or are not in the file. */
    private void refuseUnknown(List<String> header) {
        List<Fault> faults = new ArrayList<>();
        new TreeMap<>(options.columns()).forEach((ours, said) -> {
            if (!NAMES.containsKey(ours)) {
                String names = String.join(", ", new TreeSet<>(NAMES.keySet()));
                faults.add(new Fault("map", "'%s' is none of %s".formatted(ours, names)));
            } else if (!header.contains(said)) {
                String has = String.join(", ", header);
                faults.add(new Fault("map", "the file has no column %s, but: %s".formatted(said, has)));
            }
        });
        if (!faults.isEmpty()) {
            throw ApiException.invalid("columns-missing", faults);
        }
    }

    private static void refuseDoubled(List<String> header) {
        Set<String> seen = new HashSet<>();
        List<Fault> faults = header.stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty() && !seen.add(name))
                .distinct()
                .map(name -> new Fault("file", "several columns are called " + name))
                .toList();
        if (!faults.isEmpty()) {
            throw ambiguous(faults);
        }
    }

    /** Which column holds something: the one that was said, else one of the usual names; -1 for none. */
    private int find(List<String> header, String what) {
        String said = options.columns().get(what);
        if (said != null) {
            return header.indexOf(said);
        }
        return NAMES.getOrDefault(what, List.of()).stream()
                .mapToInt(name -> indexOf(header, name))
                .filter(at -> at >= 0)
                .findFirst()
                .orElse(-1);
    }

    private static int indexOf(List<String> header, String name) {
        int[] columns = IntStream.range(0, header.size())
                .filter(column -> header.get(column).strip().equalsIgnoreCase(name))
                .toArray();
        if (columns.length > 1) {
            String several = Arrays.stream(columns).mapToObj(header::get).collect(Collectors.joining(", "));
            throw ambiguous(List.of(new Fault("file", "several columns may be %s: %s".formatted(name, several))));
        }
        return columns.length == 0 ? -1 : columns[0];
    }

    private static ApiException ambiguous(List<Fault> faults) {
        return ApiException.invalid("columns-ambiguous", faults);
    }

    private MetricCrs crs(PointColumns columns) {
        try {
            MetricCrs crs = options.crs()
                    .map(MetricCrs::of)
                    .or(() -> columns.isLonLat() ? middle().map(MetricCrs::suiting) : Optional.empty())
                    .orElseGet(() -> MetricCrs.of(MetricCrs.SWEREF_99_TM));
            if (crs.isMetric()) {
                return crs;
            }
            throw new IllegalArgumentException(crs.name() + " does not measure in metres");
        } catch (IllegalArgumentException e) {
            throw ApiException.invalid("crs-invalid", List.of(new Fault("crs", String.valueOf(e.getMessage()))));
        }
    }

    private Optional<LonLat> middle() {
        return lines.size() == 0 ? Optional.empty() : lines.middle();
    }

    /**
     * Which column of the file holds what, from 0; -1 for none.
     *
     * @param isLonLat whether the positions are degrees
     */
    record PointColumns(List<String> header, int id, int east, int north, int time, boolean isLonLat) {

        /** The columns that are neither id, position nor time. */
        int[] others() {
            return IntStream.range(0, header.size())
                    .filter(column -> column != id && column != east && column != north && column != time)
                    .toArray();
        }

        /** A value of a line; empty where the line is too short. */
        static String value(CsvRecord line, int column) {
            return column >= 0 && column < line.getFieldCount()
                    ? line.getField(column).strip()
                    : "";
        }
    }
}
