package se.lykta.index;

import java.util.List;
import se.lykta.taxonomy.CauseGroup;
import se.lykta.taxonomy.Taxonomy;

/**
 * Counts the rows of a snapshot for {@link Facets}, in one pass.
 *
 * <p>For each row a word gets one bit for every condition it fails. A row that fails none counts everywhere; one that fails
 * exactly one counts in the facet of that condition only, since a facet does not follow its own; others not at all. What
 * no facet shows (all of several causes, area, box) has to be met by every row. Used by one thread.
 */
final class FacetCount implements Snapshot.Stretch {

    private static final int CAUSE = 1;
    private static final int SOURCE = 1 << 1;
    private static final int STATE = 1 << 2;
    private static final int MONTH = 1 << 3;
    private static final int HOUR = 1 << 4;
    private static final int WEEKDAY = 1 << 5;
    private static final int LIGHT = 1 << 6;
    private static final int SEVERITY = 1 << 7;
    private static final int HOURS = Conditions.Values.HOURS_PER_DAY;
    private static final int DAYS = Conditions.Values.DAYS_PER_WEEK;

    int total;
    final int[] causes = new int[Long.SIZE];
    final int[] groups;
    final int[] sources = new int[Integer.SIZE];
    final int[] states = new int[Integer.SIZE];
    final int[] months;
    final int[] hours = new int[HOURS + 1];
    final int[] weekdays = new int[DAYS + 1];
    final int[] lights = new int[Integer.SIZE];
    final int[] severities = new int[Integer.SIZE];

    private final Filter filter;
    private final long anyCause;
    private final int sourceMask;
    private final int stateMask;
    private final int lightMask;
    private final int severityMask;
    private final int fromMinute;
    private final int endMinute;
    private final MonthTable monthTable;

    /** For every hour of the week, one later, the conditions on time it fails; the first is the unknown hour. */
    private final int[] hourFails = new int[1 + HOURS * DAYS];

    /** Rows that fail nothing, by hour of the week, one later. */
    private final int[] hoursOfWeek = new int[1 + HOURS * DAYS];

    /** For every bit of a cause the bit of its group. */
    private final int[] groupOfCause = new int[Long.SIZE];

    FacetCount(Filter filter, Taxonomy taxonomy, MonthTable monthTable) {
        this.filter = filter;
        this.monthTable = monthTable;
        Conditions conditions = filter.conditions();
        Conditions.Values values = conditions.values();
        anyCause = conditions.causes().any() == 0 ? -1 : conditions.causes().any();
        sourceMask = values.sources();
        stateMask = values.states();
        lightMask = values.lights();
        severityMask = values.severities();
        fromMinute = conditions.window().fromMinute();
        endMinute = conditions.window().endMinute();
        months = new int[monthTable.size()];
        groups = new int[taxonomy.groups().size()];
        for (int i = 0; i < hourFails.length; i++) {
            int hour = values.hours() >>> hourOf(i) & 1;
            int weekday = values.weekdays() >>> weekdayOf(i) & 1;
            hourFails[i] = (hour == 0 ? HOUR : 0) | (weekday == 0 ? WEEKDAY : 0);
        }
        List<CauseGroup> known = taxonomy.groups();
        for (int group = 0; group < known.size(); group++) {
            for (long rest = taxonomy.groupMask(known.get(group).code()); rest != 0; rest &= rest - 1) {
                groupOfCause[Long.numberOfTrailingZeros(rest)] = 1 << group;
            }
        }
    }

    @Override
    public void accept(Columns columns, int first, int end, int row) {
        for (int i = first; i < end; i++) {
            int fails = fails(columns, i);
            if ((fails & (fails - 1)) == 0 && filter.meetsHidden(columns, i)) {
                if (fails == 0) {
                    countEverywhere(columns, i);
                } else {
                    countOnly(fails, columns, i);
                }
            }
        }
    }

    /** Brings what was counted together into what is told. */
    void finish() {
        for (int i = 0; i < hoursOfWeek.length; i++) {
            hours[hourOf(i)] += hoursOfWeek[i];
            weekdays[weekdayOf(i)] += hoursOfWeek[i];
        }
    }

    private int fails(Columns columns, int row) {
        int minute = columns.minute[row];
        return ((columns.causes[row] & anyCause) == 0 ? CAUSE : 0)
                | (~sourceMask >>> columns.source[row] & 1) * SOURCE
                | (~stateMask >>> columns.state[row] & 1) * STATE
                | (~lightMask >>> columns.light[row] & 1) * LIGHT
                | (~severityMask >>> columns.severity[row] & 1) * SEVERITY
                | (minute < fromMinute || minute >= endMinute ? MONTH : 0)
                | hourFails[columns.hourOfWeek[row] + 1];
    }

    private void countEverywhere(Columns columns, int row) {
        total++;
        countCauses(columns.causes[row]);
        sources[columns.source[row]]++;
        states[columns.state[row]]++;
        months[monthTable.indexOf(columns.minute[row])]++;
        hoursOfWeek[columns.hourOfWeek[row] + 1]++;
        lights[columns.light[row]]++;
        severities[columns.severity[row]]++;
    }

    private void countOnly(int dimension, Columns columns, int row) {
        switch (dimension) {
            case CAUSE -> countCauses(columns.causes[row]);
            case SOURCE -> sources[columns.source[row]]++;
            case STATE -> states[columns.state[row]]++;
            case MONTH -> months[monthTable.indexOf(columns.minute[row])]++;
            case HOUR -> hours[hourOf(columns.hourOfWeek[row] + 1)]++;
            case WEEKDAY -> weekdays[weekdayOf(columns.hourOfWeek[row] + 1)]++;
            case LIGHT -> lights[columns.light[row]]++;
            case SEVERITY -> severities[columns.severity[row]]++;
            default -> throw new IllegalStateException("no dimension has the bit " + dimension);
        }
    }

    /** Every cause of a report once, and every group once. */
    private void countCauses(long mask) {
        int found = 0;
        for (long rest = mask; rest != 0; rest &= rest - 1) {
            int cause = Long.numberOfTrailingZeros(rest);
            causes[cause]++;
            found |= groupOfCause[cause];
        }
        for (; found != 0; found &= found - 1) {
            groups[Integer.numberOfTrailingZeros(found)]++;
        }
    }

    /** The hour of the day; {@link #HOURS} stands for an unknown one. */
    private static int hourOf(int hourOfWeekLater) {
        return hourOfWeekLater == 0 ? HOURS : (hourOfWeekLater - 1) % HOURS;
    }

    /** The weekday from Monday on; {@link #DAYS} stands for an unknown one. */
    private static int weekdayOf(int hourOfWeekLater) {
        return hourOfWeekLater == 0 ? DAYS : (hourOfWeekLater - 1) / HOURS;
    }
}
