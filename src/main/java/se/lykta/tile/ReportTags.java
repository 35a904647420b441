package se.lykta.tile;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.lykta.index.RowCursor;
import se.lykta.taxonomy.Cause;
import se.lykta.taxonomy.Light;
import se.lykta.taxonomy.ReportState;
import se.lykta.taxonomy.Severity;
import se.lykta.taxonomy.Source;
import se.lykta.taxonomy.Taxonomy;
import se.lykta.tile.mvt.LongNumbers;
import se.lykta.tile.mvt.MvtLayer;
import se.lykta.tile.mvt.MvtValue;

/**
 * Tells the values of single reports in one layer: {@code cause, causes, source, state, date, light} and, if
 * it was told, {@code severity}.
 *
 * <p>Codes and days come in by number, so that each is encoded once a tile and looked up in an array or a table of
 * longs. Used by one thread; {@link Codes} are shared by all.
 */
final class ReportTags {

    private static final int UNUSED = -1;
    private static final byte[] NOT_WRITTEN = new byte[0];
    private static final byte[][] NO_TAGS = new byte[0][];
    private static final int SEVERITIES = Severity.values().length;
    private static final String[] KEYS = {"cause", "causes", "source", "state", "date", "light", "severity"};
    private static final int CAUSE = 0;
    private static final int CAUSES = 1;
    private static final int SOURCE = 2;
    private static final int STATE = 3;
    private static final int DATE = 4;
    private static final int LIGHT = 5;
    private static final int SEVERITY = 6;

    private final Codes codes;
    private final MvtLayer layer;
    private final int[] causes = unused(Long.SIZE);
    private byte[][] causeTags = NO_TAGS;
    private byte[][] codeTags = NO_TAGS;
    private final int[] sources;
    private final int[] states;
    private final int[] lights;
    private final LongNumbers causeSets = new LongNumbers();
    private final LongNumbers days = new LongNumbers();
    private final int[] keys = unused(KEYS.length);

    ReportTags(Codes codes, MvtLayer layer) {
        this.codes = codes;
        this.layer = layer;
        sources = unused(codes.sources.length);
        states = unused(codes.states.length);
        lights = unused(codes.lights.length);
    }

    /** Adds the tags of a report to the feature that was begun. */
    void add(RowCursor report) {
        addCauses(report.causes() & codes.known);
        tag(DATE, day(codes.days.day(report.minute())));
        addCodes(report);
    }

    /** Source, state, light and severity: of few combinations, each is written once and copied from then on. */
    private void addCodes(RowCursor report) {
        if (codeTags.length == 0) {
            codeTags = notWritten(sources.length * states.length * lights.length * SEVERITIES);
        }
        int combination = combination(report);
        byte[] written = codeTags[combination];
        if (written.length > 0) {
            layer.tags(written);
            return;
        }
        int start = layer.position();
        tag(SOURCE, number(sources, codes.sources, ordinal(report.source())));
        tag(STATE, number(states, codes.states, ordinal(report.state())));
        tag(LIGHT, number(lights, codes.lights, ordinal(report.light())));
        if (report.severity() != Severity.UNKNOWN) {
            tag(SEVERITY, layer.value(report.severity().code()));
        }
        codeTags[combination] = layer.tagsSince(start);
    }

    private int combination(RowCursor report) {
        int place = ordinal(report.source()) * states.length + ordinal(report.state());
        return (place * lights.length + ordinal(report.light())) * SEVERITIES + ordinal(report.severity());
    }

    @SuppressWarnings("EnumOrdinal")
    private static int ordinal(Enum<?> code) {
        return code.ordinal();
    }

    /** The number of the code of a cause as a value. */
    int cause(int bit) {
        return number(causes, codes.causes, bit);
    }

    /** The number of the local day of a minute as a value. */
    int date(int minute) {
        return day(codes.days.day(minute));
    }

    /** Without a cause there is no {@code cause}, and {@code causes} is empty text. One cause alone is the usual case. */
    private void addCauses(long known) {
        if (Long.bitCount(known) != 1) {
            addSeveralCauses(known);
            return;
        }
        if (causeTags.length == 0) {
            causeTags = notWritten(Long.SIZE);
        }
        int bit = Long.numberOfTrailingZeros(known);
        if (causeTags[bit].length > 0) {
            layer.tags(causeTags[bit]);
            return;
        }
        int start = layer.position();
        tag(CAUSE, cause(bit));
        tag(CAUSES, cause(bit));
        causeTags[bit] = layer.tagsSince(start);
    }

    private void addSeveralCauses(long known) {
        if (known != 0) {
            tag(CAUSE, cause(codes.firstOf(known)));
        }
        int number = causeSets.find(known);
        if (number == LongNumbers.NONE) {
            number = layer.newValue(MvtValue.of(codes.textOf(known)));
            causeSets.put(known, number);
        }
        tag(CAUSES, number);
    }

    private void tag(int key, int value) {
        if (keys[key] == UNUSED) {
            keys[key] = layer.key(KEYS[key]);
        }
        layer.tag(keys[key], value);
    }

    private int day(int day) {
        int number = days.find(day);
        if (number == LongNumbers.NONE) {
            number = layer.newValue(MvtValue.of(LocalDate.ofEpochDay(day)));
            days.put(day, number);
        }
        return number;
    }

    private int number(int[] numbers, MvtValue[] values, int index) {
        if (numbers[index] == UNUSED) {
            numbers[index] = layer.newValue(values[index]);
        }
        return numbers[index];
    }

    private static byte[][] notWritten(int length) {
        byte[][] tags = new byte[length][];
        Arrays.fill(tags, NOT_WRITTEN);
        return tags;
    }

    private static int[] unused(int length) {
        int[] numbers = new int[length];
        Arrays.fill(numbers, UNUSED);
        return numbers;
    }

    /** All codes that a tile can have, encoded. Immutable. */
    static final class Codes {

        private final LocalDays days;
        private final long known;
        private final int[] bitsByCode;
        private final String[] texts = new String[Long.SIZE];
        private final MvtValue[] causes = new MvtValue[Long.SIZE];
        private final MvtValue[] sources = encode(Stream.of(Source.values()).map(Source::code));
        private final MvtValue[] states = encode(Stream.of(ReportState.values()).map(ReportState::code));
        private final MvtValue[] lights = encode(Stream.of(Light.values()).map(Codes::code));

        Codes(Taxonomy taxonomy, LocalDays days) {
            this.days = days;
            Arrays.fill(texts, "");
            taxonomy.causes().forEach(cause -> texts[cause.bit()] = cause.code());
            Arrays.setAll(causes, bit -> MvtValue.of(texts[bit]));
            bitsByCode = taxonomy.causes().stream().mapToInt(Cause::bit).toArray();
            known = taxonomy.causes().stream().mapToLong(Cause::mask).reduce(0, (a, b) -> a | b);
        }

        /** The bits of all causes, ordered by code. */
        int[] bitsByCode() {
            return bitsByCode;
        }

        private int firstOf(long mask) {
            int i = 0;
            while ((mask >>> bitsByCode[i] & 1) == 0) {
                i++;
            }
            return bitsByCode[i];
        }

        private String textOf(long mask) {
            return Arrays.stream(bitsByCode)
                    .filter(bit -> (mask >>> bit & 1) != 0)
                    .mapToObj(bit -> texts[bit])
                    .collect(Collectors.joining(","));
        }

        private static MvtValue[] encode(Stream<String> codes) {
            return codes.map(MvtValue::of).toArray(MvtValue[]::new);
        }

        private static String code(Light light) {
            return switch (light) {
                case DARK -> "dark";
                case LIGHT -> "light";
                case UNKNOWN -> "unknown";
            };
        }
    }
}
