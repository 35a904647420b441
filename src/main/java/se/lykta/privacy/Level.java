package se.lykta.privacy;

import java.time.LocalDate;

/** How far reports are generalised before they are shown: from the finest to the coarsest, in this order. */
enum Level {
    /** Snap point, cause group, month. */
    MONTH(0, 1),
    /** Snap point, cause group, quarter. */
    QUARTER(0, 3),
    /** Cell of 500 m, cause group, year. */
    YEAR(500, 12),
    /** Cell of 1000 m, the cause "other", year. */
    YEAR_ANY_CAUSE(1000, 12);

    private final int cellMetres;
    private final int months;

    Level(int cellMetres, int months) {
        this.cellMetres = cellMetres;
        this.months = months;
    }

    /** Size of the cell in metres; 0: a snap point. */
    int cellMetres() {
        return cellMetres;
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
