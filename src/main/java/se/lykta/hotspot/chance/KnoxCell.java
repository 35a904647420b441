package se.lykta.hotspot.chance;

/**
 * One cell of a {@link KnoxTable}: pairs of reports so far apart in place and time, and how many chance would give.
 *
 * @param distanceFrom metres, included
 * @param distanceTo metres, not included; infinite for a last band without end; equal to {@code distanceFrom} for the
 *     same place
 * @param daysFrom days, included
 * @param daysTo days, not included; {@link KnoxBands#FOREVER} for a last band without end
 * @param observed pairs of reports
 * @param expected mean of the runs
 * @param ratio observed / expected; infinite or not a number if nothing is expected
 * @param medianRatio observed / median of the runs, which one odd run does not move
 * @param p share of runs, this one included, with at least as many pairs
 */
public record KnoxCell(
        double distanceFrom,
        double distanceTo,
        int daysFrom,
        int daysTo,
        long observed,
        double expected,
        double ratio,
        double medianRatio,
        double p) {}
