package se.lykta.hotspot.chance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A near repeat in plain words: "after a report the risk is 2.3 times as high within 100 m for 7 days".
 *
 * <p>Exists because a table of p-values invites to pick the best one. Only the nearest cell is tested, with half the level
 * if there is one for the same place, too: so chance alone leads to a sentence in at most 5 % of all data. How far and how
 * long it reaches is then read off: as many bands as are significant and clearly raised without a gap, as the Near Repeat
 * Calculator does.
 *
 * @param where which distances it is about
 * @param cells the bands it reaches over, taken as one
 */
public record NearRepeat(Where where, KnoxCell cells) {

    /** Which distances a near repeat is about. */
    public enum Where {
        SAME_PLACE,
        /** Near, but not on the same spot, which has a band of its own. */
        ELSEWHERE,
        NEAR
    }

    private static final double LEVEL = 0.05;

    /** A smaller rise is nothing to act on, however certain. */
    private static final double CLEAR_RATIO = 1.2;

    static List<NearRepeat> of(KnoxTable table) {
        List<NearRepeat> found = new ArrayList<>();
        boolean samePlace = table.bands().hasSamePlace();
        double level = samePlace ? LEVEL / 2 : LEVEL;
        int nearest = samePlace ? 1 : 0;
        if (samePlace && isRaised(table.cell(0, 0), level)) {
            found.add(new NearRepeat(Where.SAME_PLACE, table.union(0, 0, 0, lastDays(table, 0, 0))));
        }
        if (nearest < table.bands().distanceBands() && isRaised(table.cell(nearest, 0), level)) {
            int farthest = nearest;
            while (farthest + 1 < table.bands().distanceBands() && isRaised(table.cell(farthest + 1, 0), LEVEL)) {
                farthest++;
            }
            found.add(new NearRepeat(
                    samePlace ? Where.ELSEWHERE : Where.NEAR,
                    table.union(nearest, farthest, 0, lastDays(table, nearest, farthest))));
        }
        return found;
    }

    /** The last band of time up to which all bands of distance stay raised. */
    private static int lastDays(KnoxTable table, int nearest, int farthest) {
        int last = 0;
        while (last + 1 < table.bands().dayBands() && areRaised(table, nearest, farthest, last + 1)) {
            last++;
        }
        return last;
    }

    private static boolean areRaised(KnoxTable table, int nearest, int farthest, int dayBand) {
        for (int band = nearest; band <= farthest; band++) {
            if (!isRaised(table.cell(band, dayBand), LEVEL)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isRaised(KnoxCell cell, double level) {
        return cell.p() <= level && cell.ratio() >= CLEAR_RATIO;
    }

    /** The Swedish sentence. */
    public String sv() {
        return "Efter en rapport är risken för en ny %s %s %s (p = %s)."
                .formatted(times("gånger så hög", "mycket högre än väntat", ','), placeSv(), daysSv(), p(','));
    }

    /** The English sentence. */
    public String en() {
        return "After a report the risk of another is %s %s %s (p = %s)."
                .formatted(times("times as high", "much higher than expected", '.'), placeEn(), daysEn(), p('.'));
    }

    private String times(String words, String withoutExpectation, char point) {
        return Double.isFinite(cells.ratio())
                ? String.format(Locale.ROOT, "%.1f %s", cells.ratio(), words).replace('.', point)
                : withoutExpectation;
    }

    private String placeSv() {
        if (where == Where.SAME_PLACE) {
            return "på samma plats";
        }
        String within = Double.isFinite(cells.distanceTo()) ? "inom " + metres() : "i hela området";
        return where == Where.ELSEWHERE ? within + ", samma plats oräknad," : within;
    }

    private String placeEn() {
        if (where == Where.SAME_PLACE) {
            return "at the same place";
        }
        String within = Double.isFinite(cells.distanceTo()) ? "within " + metres() : "in the whole area";
        return where == Where.ELSEWHERE ? within + ", the same place apart," : within;
    }

    private String metres() {
        double metres = cells.distanceTo();
        return metres == Math.rint(metres) ? "%d m".formatted((long) metres) : metres + " m";
    }

    private String daysSv() {
        if (cells.daysTo() == KnoxBands.FOREVER) {
            return "under hela perioden";
        }
        return cells.daysTo() == 1 ? "samma dag" : "under %d dagar".formatted(cells.daysTo());
    }

    private String daysEn() {
        if (cells.daysTo() == KnoxBands.FOREVER) {
            return "during the whole period";
        }
        return cells.daysTo() == 1 ? "on the same day" : "for %d days".formatted(cells.daysTo());
    }

    private String p(char point) {
        return String.format(Locale.ROOT, "%.3f", cells.p()).replace('.', point);
    }
}
