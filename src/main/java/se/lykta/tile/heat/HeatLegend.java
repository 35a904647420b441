package se.lykta.tile.heat;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import se.lykta.account.Audience;

/**
 * What the colours of the heat tiles of one zoom mean.
 *
 * @param zoom of the tiles
 * @param radiusMetres where the kernel becomes zero
 * @param unit of all densities
 * @param n how many reports the filter takes in
 * @param maximum the highest density found at a report's place
 * @param classes the five classes, from few to many
 * @param fadesBelow where the first colour begins to fade out: too few data for a class
 * @param notes what a reader has to know
 * @param snapshotVersion of the reports
 */
public record HeatLegend(
        int zoom,
        double radiusMetres,
        String unit,
        int n,
        double maximum,
        List<Step> classes,
        double fadesBelow,
        Notes notes,
        long snapshotVersion) {

    private static final int FEW = 30;

    /** The legend of a scale for whoever sees it. */
    public static HeatLegend of(HeatScale scale, int zoom, Audience audience, long snapshotVersion) {
        List<String> colours = Ramp.COLOURS;
        int last = colours.size() - 1;
        List<Step> classes = IntStream.rangeClosed(0, last)
                .mapToObj(i -> new Step(scale.limits().get(i), colours.get(i), colours.get(last - i)))
                .toList();
        return new HeatLegend(
                zoom,
                scale.radiusMetres(),
                "reports/km²",
                scale.reports(),
                scale.maximum(),
                classes,
                scale.limits().get(0),
                Notes.of(scale, audience),
                snapshotVersion);
    }

    /**
     * A class.
     *
     * @param from the density where it begins, reports per km²
     * @param colour on a light map
     * @param colourDark on a dark map
     */
    public record Step(double from, String colour, String colourDark) {}

    /**
     * What a reader has to know.
     *
     * @param fewData whether there are so few reports that the picture shows single places rather than a pattern
     * @param snapped whether places were moved to public snap points before the density was computed
     * @param sv how the picture was computed, in Swedish
     * @param en the same in English
     */
    public record Notes(boolean fewData, boolean snapped, String sv, String en) {

        static Notes of(HeatScale scale, Audience audience) {
            boolean snapped = audience == Audience.PUBLIC;
            String radius = radius(scale.radiusMetres());
            String sv = "Kärntäthet med kvartisk kärna (quartic) och radien " + radius.replace('.', ',')
                    + " på marken, i rapporter per km². Klassgränserna är runda tal upp till den täthet som 98 procent av"
                    + " platserna med rapporter ligger under, lika i hela kartan på denna zoomnivå.";
            String en = "Kernel density with a quartic kernel of radius " + radius
                    + " on the ground, in reports per km². Class limits are round numbers up to the density that 98 per"
                    + " cent of the places with reports stay below, the same all over the map at this zoom.";
            return new Notes(
                    scale.reports() < FEW,
                    snapped,
                    snapped
                            ? sv
                                    + " Offentliga platser är flyttade till närmaste gemensamma punkt, så bilden är ungefärlig."
                            : sv,
                    snapped
                            ? en
                                    + " Public places are moved to the nearest shared point, so the picture is approximate."
                            : en);
        }

        private static String radius(double metres) {
            return metres < 1000
                    ? "%.0f m".formatted(metres)
                    : String.format(Locale.ROOT, metres % 1000 == 0 ? "%.0f km" : "%.1f km", metres / 1000);
        }
    }
}
