package se.lykta.index;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import se.lykta.geo.Bbox;
import se.lykta.http.QueryParameters;
import se.lykta.taxonomy.Cause;
import se.lykta.taxonomy.Light;
import se.lykta.taxonomy.ReportState;
import se.lykta.taxonomy.Source;
import se.lykta.taxonomy.Taxonomy;

/** Reads a {@link Filter} from query parameters; every fault is noted there, none is thrown. */
final class FilterParser {

    private static final Pattern DATE = Pattern.compile("(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,3}(\\.[0-9]{1,18})?");
    private static final int SECONDS_PER_MINUTE = 60;

    private final QueryParameters parameters;
    private final Taxonomy taxonomy;
    private final ZoneId zone;

    FilterParser(QueryParameters parameters, Taxonomy taxonomy, ZoneId zone) {
        this.parameters = parameters;
        this.taxonomy = taxonomy;
        this.zone = zone;
    }

    Filter parse() {
        return new Filter(causes(), sources(), states(), lights(), window(), box());
    }

    private long causes() {
        return parameters.list("cause", this::causeMask, "a cause or group, see /api/taxonomy").stream()
                .reduce(0L, (a, b) -> a | b);
    }

    private Optional<Long> causeMask(String code) {
        return taxonomy.findCause(code)
                .map(Cause::mask)
                .or(() -> taxonomy.findGroup(code).map(group -> taxonomy.groupMask(group.code())));
    }

    private int sources() {
        List<Source> given = parameters.list("source", Source::find, "a source, allowed are: " + codesOfSources());
        return given.isEmpty()
                ? Filter.ALL_SOURCES
                : given.stream().mapToInt(Columns::bit).reduce(0, (a, b) -> a | b);
    }

    private int states() {
        List<ReportState> given =
                parameters.list("state", ReportState::find, "a state, allowed are: " + codesOfStates());
        return given.isEmpty()
                ? Filter.COUNTING_STATES
                : given.stream().mapToInt(Columns::bit).reduce(0, (a, b) -> a | b);
    }

    private int lights() {
        Optional<Light> given = parameters.find("light", FilterParser::light, "dark or light");
        return given.map(Columns::bit).orElse(Filter.ALL_LIGHTS);
    }

    private Filter.Window window() {
        Optional<LocalDate> from = parameters.find("from", FilterParser::date, "a date 1900..2199 like 2025-09-30");
        Optional<LocalDate> to = parameters.find("to", FilterParser::date, "a date 1900..2199 like 2025-09-30");
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            parameters.fault("to", "'%s' is before from, '%s'".formatted(to.get(), from.get()));
        }
        return new Filter.Window(
                from.map(this::startOfDay).orElse(Integer.MIN_VALUE),
                to.map(day -> startOfDay(day.plusDays(1))).orElse(Integer.MAX_VALUE));
    }

    private int startOfDay(LocalDate day) {
        return Math.toIntExact(Math.floorDiv(day.atStartOfDay(zone).toEpochSecond(), SECONDS_PER_MINUTE));
    }

    private CellBox box() {
        return parameters
                .find("bbox", FilterParser::bbox, "a box west,south,east,north in degrees")
                .map(CellBox::of)
                .orElse(CellBox.WORLD);
    }

    private static Light light(String text) {
        return switch (text) {
            case "dark" -> Light.DARK;
            case "light" -> Light.LIGHT;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static LocalDate date(String text) {
        if (!DATE.matcher(text).matches()) {
            throw new IllegalArgumentException(text);
        }
        return LocalDate.parse(text);
    }

    private static Bbox bbox(String text) {
        String[] parts = text.split(",", -1);
        if (parts.length != 4
                || !Arrays.stream(parts).allMatch(part -> NUMBER.matcher(part).matches())) {
            throw new IllegalArgumentException(text);
        }
        double[] edges = Arrays.stream(parts).mapToDouble(Double::parseDouble).toArray();
        return new Bbox(edges[0], edges[1], edges[2], edges[3]);
    }

    private static String codesOfSources() {
        return Arrays.stream(Source.values()).map(Source::code).collect(Collectors.joining(", "));
    }

    private static String codesOfStates() {
        return Arrays.stream(ReportState.values()).map(ReportState::code).collect(Collectors.joining(", "));
    }
}
