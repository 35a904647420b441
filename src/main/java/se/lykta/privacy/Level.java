package se.lykta.privacy;

import java.time.LocalDate;
import se.lykta.place.snap.SnapScale;

/** How far reports are generalised before they are shown: from the finest to the coarsest, in this order. */
enum Level {
    /** Snap point, cause group, month. */
    MONTH(SnapScale.STREET, 1),
    /** Snap point, cause group, quarter. */
    QUARTER(SnapScale.STREET, 3),
    /** Snap point of some blocks, cause group, year. */
    YEAR(SnapScale.QUARTER, 12),
    /** Snap point of a part of town, the cause "other", year. */
    YEAR_ANY_CAUSE(SnapScale.DISTRICT, 12);

    private final SnapScale scale;
    private final int months;

    Level(SnapScale scale, int months) {
        this.scale = scale;
        this.months = months;
    }

    /** For how many addresses the place stands at least. */
    SnapScale scale() {
        return scale;
    }

    /** First day of the period that holds the day. */
    LocalDate firstDay(LocalDate day) {
        int month = (day.getMonthValue() - 1) / months * months + 1;
        return LocalDate.of(day.getYear(), month, 1);
    }

    /**
     * Says whether reports of a period may be released at this level yet.
     *
     * <p>Months may grow while they last; coarser periods are used only for what was left over when they had ended.
     */
    boolean open(LocalDate firstDay, LocalDate today) {
        return this == MONTH || !today.isBefore(firstDay.plusMonths(months));
    }
}
