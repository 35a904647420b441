package se.lykta.index;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import se.lykta.geo.Bbox;
import se.lykta.http.QueryParameters;
import se.lykta.taxonomy.Cause;
import se.lykta.taxonomy.Light;
import se.lykta.taxonomy.ReportState;
import se.lykta.taxonomy.Severity;
import se.lykta.taxonomy.Source;
import se.lykta.taxonomy.Taxonomy;

/** Reads a {@link Filter} from query parameters; every fault is noted there, none is thrown. */
final class FilterParser {

    private static final Pattern DATE = Pattern.compile("(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,3}(\\.[0-9]{1,18})?");
    private static final Pattern HOURS = Pattern.compile("([0-9]{1,2})-([0-9]{1,2})");
    /** Codes of weekdays, in the order of their bits. */
    static final List<String> WEEKDAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    private static final int SECONDS_PER_MINUTE = 60;

    private final QueryParameters parameters;
    private final Filters known;
    private final Taxonomy taxonomy;
    private final ZoneId zone;

    FilterParser(QueryParameters parameters, Filters known) {
        this.parameters = parameters;
        this.known = known;
        this.taxonomy = known.taxonomy();
        this.zone = known.zone();
    }

    Filter parse() {
        return new Filter(new Conditions(causes(), values(), window(), new FilterPlace(box(), areas())));
    }

    private Conditions.Causes causes() {
        long any = causes("cause").stream().reduce(0L, (a, b) -> a | b);
        return new Conditions.Causes(any, causes("cause_all"));
    }

    private List<Long> causes(String name) {
        return parameters.list(name, this::causeMask, "a cause or group, see /api/taxonomy");
    }

    private Optional<Long> causeMask(String code) {
        return taxonomy.findCause(code)
                .map(Cause::mask)
                .or(() -> taxonomy.findGroup(code).map(group -> taxonomy.groupMask(group.code())));
    }

    private Conditions.Values values() {
        Conditions.Values all = Conditions.Values.ALL;
        return new Conditions.Values(
                mask(
                        parameters.list("source", Source::find, "a source, allowed are: " + codesOfSources()),
                        all.sources()),
                mask(
                        parameters.list("state", ReportState::find, "a state, allowed are: " + codesOfStates()),
                        Conditions.Values.COUNTING_STATES),
                mask(parameters.list("light", FilterParser::light, "dark or light"), all.lights()),
                mask(parameters.list("severity", Severity::find, "1, 2 or 3"), all.severities()),
                hours(),
                weekdays(),
                exclusions());
    }

    private static int mask(List<? extends Enum<?>> given, int otherwise) {
        return given.isEmpty()
                ? otherwise
                : given.stream().mapToInt(Columns::bit).reduce(0, (a, b) -> a | b);
    }

    private int hours() {
        String expected = "hours FROM-TO, the last not included, 0..24, such as 6-18 or 18-6";
        return parameters.list("hours", FilterParser::hourMask, expected).stream()
                .reduce((a, b) -> a | b)
                .orElse(Conditions.Values.ALL.hours());
    }

    /** The bits of the hours of a range; one that ends before it begins goes on after midnight. */
    private static Optional<Integer> hourMask(String text) {
        Matcher range = HOURS.matcher(text);
        if (!range.matches()) {
            return Optional.empty();
        }
        int from = Integer.parseInt(range.group(1));
        int to = Integer.parseInt(range.group(2));
        int end = to <= from ? to + Conditions.Values.HOURS_PER_DAY : to;
        if (from == to || from >= Conditions.Values.HOURS_PER_DAY || to > Conditions.Values.HOURS_PER_DAY) {
            return Optional.empty();
        }
        int mask = 0;
        for (int hour = from; hour < end; hour++) {
            mask |= 1 << hour % Conditions.Values.HOURS_PER_DAY;
        }
        return Optional.of(mask);
    }

    private int weekdays() {
        return parameters
                .list("weekday", FilterParser::weekday, "a weekday, allowed are: " + String.join(", ", WEEKDAYS))
                .stream()
                .reduce((a, b) -> a | b)
                .orElse(Conditions.Values.ALL.weekdays());
    }

    private static Optional<Integer> weekday(String text) {
        int day = WEEKDAYS.indexOf(text);
        return day < 0 ? Optional.empty() : Optional.of(1 << day);
    }

    private int exclusions() {
        return parameters.list("excluded", FilterParser::exclusion, "yes or no").stream()
                .reduce((a, b) -> a | b)
                .orElse(Conditions.Values.INCLUDED);
    }

    private static Optional<Integer> exclusion(String text) {
        return switch (text) {
            case "no" -> Optional.of(Conditions.Values.INCLUDED);
            case "yes" -> Optional.of(Conditions.Values.EXCLUDED);
            default -> Optional.empty();
        };
    }

    private Conditions.Window window() {
        Optional<LocalDate> from = parameters.find("from", FilterParser::date, "a date 1900..2199 like 2025-09-30");
        Optional<LocalDate> to = parameters.find("to", FilterParser::date, "a date 1900..2199 like 2025-09-30");
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            parameters.fault("to", "'%s' is before from, '%s'".formatted(to.get(), from.get()));
        }
        return new Conditions.Window(
                from.map(this::startOfDay).orElse(Integer.MIN_VALUE),
                to.map(day -> startOfDay(day.plusDays(1))).orElse(Integer.MAX_VALUE));
    }

    private int startOfDay(LocalDate day) {
        return Math.toIntExact(Math.floorDiv(day.atStartOfDay(zone).toEpochSecond(), SECONDS_PER_MINUTE));
    }

    private List<FilterArea> areas() {
        return parameters.find("area").isEmpty()
                ? List.of()
                : parameters.list("area", known::findArea, "an area, allowed are: " + known.allowedAreas());
    }

    private CellBox box() {
        return parameters
                .find("bbox", FilterParser::bbox, "a box west,south,east,north in degrees")
                .map(CellBox::of)
                .orElse(CellBox.WORLD);
    }

    private static Optional<Light> light(String text) {
        return Arrays.stream(Light.values())
                .filter(light -> light != Light.UNKNOWN
                        && light.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst();
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
