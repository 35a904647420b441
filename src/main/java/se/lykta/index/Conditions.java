package se.lykta.index;

import java.util.Arrays;
import java.util.List;
import se.lykta.taxonomy.Light;
import se.lykta.taxonomy.ReportState;
import se.lykta.taxonomy.Severity;
import se.lykta.taxonomy.Source;

/**
 * What a {@link Filter} wants, in a form in which equal wishes are equal.
 *
 * @param causes why
 * @param values who, how it stands, how it was, at what hours
 * @param window when
 * @param place where
 */
record Conditions(Causes causes, Values values, Window window, FilterPlace place) {

    /** No condition at all. */
    static final Conditions NONE = new Conditions(Causes.ANY, Values.ALL, Window.ALWAYS, FilterPlace.EVERYWHERE);

    Conditions withValues(Values other) {
        return new Conditions(causes, other, window, place);
    }

    Conditions withAnyCause(long mask) {
        return new Conditions(new Causes(mask, causes.each()), values, window, place);
    }

    Conditions withWindow(Window other) {
        return new Conditions(causes, values, other, place);
    }

    /** One letter and the value for each part; a part that wants everything is left out. */
    String describe() {
        var text = new StringBuilder("f");
        causes.describe(text);
        values.describe(text);
        window.describe(text);
        place.describe(text);
        return text.toString();
    }

    /**
     * Masks of causes.
     *
     * @param any one of these, 0 for no such wish
     * @param each of every one of these masks at least one cause
     */
    record Causes(long any, List<Long> each) {

        static final Causes ANY = new Causes(0, List.of());

        /** Leaves out what another mask says already, and sorts. */
        Causes {
            List<Long> all = each.stream().distinct().sorted().toList();
            each = all.stream()
                    .filter(mask -> all.stream().noneMatch(other -> !other.equals(mask) && (other & ~mask) == 0))
                    .toList();
        }

        private void describe(StringBuilder text) {
            if (any != 0) {
                text.append(".c").append(Long.toHexString(any));
            }
            each.forEach(mask -> text.append(".e").append(Long.toHexString(mask)));
        }
    }

    /**
     * Masks of values, one bit for each that is wanted.
     *
     * @param sources bits of {@link Source}
     * @param states bits of {@link ReportState}
     * @param lights bits of {@link Light}
     * @param severities bits of {@link Severity}
     * @param hours bits 0..23 of local hours, bit 24 for a report whose hour is not known
     * @param weekdays bits 0..6 from Monday on, bit 7 for a report whose hour is not known
     * @param exclusions {@link #INCLUDED} and {@link #EXCLUDED}
     */
    record Values(int sources, int states, int lights, int severities, int hours, int weekdays, int exclusions) {

        /** The bit of reports that take part in analysis. */
        static final int INCLUDED = 1;

        /** The bit of reports that staff left out of it. */
        static final int EXCLUDED = 1 << Columns.EXCLUDED;

        static final int HOURS_PER_DAY = 24;
        static final int DAYS_PER_WEEK = 7;
        static final int COUNTING_STATES = Arrays.stream(ReportState.values())
                .filter(ReportState::counts)
                .mapToInt(Columns::bit)
                .reduce(0, (a, b) -> a | b);
        static final Values ALL = new Values(
                all(Source.values()),
                all(ReportState.values()),
                all(Light.values()),
                all(Severity.values()),
                (1 << (HOURS_PER_DAY + 1)) - 1,
                (1 << (DAYS_PER_WEEK + 1)) - 1,
                INCLUDED | EXCLUDED);

        /** The same, but of the wanted reports only those that count: by their state, and because nobody excluded them. */
        Values counting() {
            return new Values(
                    sources, states & COUNTING_STATES, lights, severities, hours, weekdays, exclusions & INCLUDED);
        }

        /** For every hour of the week, one later, whether it is wanted; the first is the unknown one. */
        boolean[] hoursOfWeek() {
            boolean[] wanted = new boolean[1 + HOURS_PER_DAY * DAYS_PER_WEEK];
            wanted[0] = (hours >>> HOURS_PER_DAY & weekdays >>> DAYS_PER_WEEK & 1) != 0;
            for (int i = 1; i < wanted.length; i++) {
                int hour = (i - 1) % HOURS_PER_DAY;
                int weekday = (i - 1) / HOURS_PER_DAY;
                wanted[i] = (hours >>> hour & weekdays >>> weekday & 1) != 0;
            }
            return wanted;
        }

        private void describe(StringBuilder text) {
            describe(text, ".o", sources, ALL.sources);
            describe(text, ".s", states, ALL.states);
            describe(text, ".l", lights, ALL.lights);
            describe(text, ".v", severities, ALL.severities);
            describe(text, ".h", hours, ALL.hours);
            describe(text, ".w", weekdays, ALL.weekdays);
            describe(text, ".x", exclusions, ALL.exclusions);
        }

        private static void describe(StringBuilder text, String name, int mask, int all) {
            if (mask != all) {
                text.append(name).append(Integer.toHexString(mask));
            }
        }

        private static int all(Enum<?>[] values) {
            return (1 << values.length) - 1;
        }
    }

    /** Minutes since 1970-01-01T00:00Z, the first included, the end not; the ends of {@code int} for no limit. */
    record Window(int fromMinute, int endMinute) {

        static final Window ALWAYS = new Window(Integer.MIN_VALUE, Integer.MAX_VALUE);

        private void describe(StringBuilder text) {
            if (fromMinute != Integer.MIN_VALUE) {
                text.append(".a").append(fromMinute);
            }
            if (endMinute != Integer.MAX_VALUE) {
                text.append(".z").append(endMinute);
            }
        }
    }
}
