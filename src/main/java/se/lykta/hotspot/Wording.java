package se.lykta.hotspot;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import se.lykta.geo.LonLat;
import se.lykta.taxonomy.Cause;
import se.lykta.taxonomy.Taxonomy;

/**
 * Finds the words for a hotspot: its name and a plain explanation, Swedish and English.
 *
 * <p>The explanation gives counts, not percentages of change, and says when there are few reports. Immutable.
 */
final class Wording {

    private static final int MOST_CAUSES = 3;

    private final Taxonomy taxonomy;
    private final NearestPlace places;

    Wording(Taxonomy taxonomy, NearestPlace places) {
        this.taxonomy = taxonomy;
        this.places = places;
    }

    /** "Bristande belysning vid Idrottshallen"; without a place near it "Bristande belysning, hotspot 3". */
    Name name(Facts facts, LonLat centre, int rank) {
        Cause cause = taxonomy.getCause(facts.mainCause());
        Optional<Name> place = places.find(centre);
        return new Name(
                capital(cause.sv()) + place.map(name -> " " + name.sv()).orElse(", hotspot " + rank),
                capital(cause.en()) + place.map(name -> " " + name.en()).orElse(", hotspot " + rank));
    }

    /** A few sentences with what was counted, over which time, and how far to trust it. */
    Name explanation(Facts facts, Window window) {
        return new Name(swedish(facts, window), english(facts, window));
    }

    private String swedish(Facts facts, Window window) {
        var text = new StringBuilder("%s från %s, %s till %s. Vanligast: %s."
                .formatted(
                        count(facts.reports(), "rapport", "rapporter"),
                        count(facts.reporters(), "rapportör", "olika rapportörer"),
                        window.from(),
                        window.to(),
                        causes(facts, true)));
        facts.darkShare()
                .ifPresent(
                        share -> text.append(" I mörker: %d %% av dem med känt klockslag.".formatted(percent(share))));
        text.append(" Inom ytan %d de senaste 12 månaderna, %d de 12 månaderna innan; senast %s."
                .formatted(facts.recent(), facts.before(), newest(facts, window)));
        return facts.isFew() ? text + " Få rapporter: tolka med försiktighet." : text.toString();
    }

    private String english(Facts facts, Window window) {
        var text = new StringBuilder("%s from %s, %s to %s. Most often: %s."
                .formatted(
                        count(facts.reports(), "report", "reports"),
                        count(facts.reporters(), "reporter", "different reporters"),
                        window.from(),
                        window.to(),
                        causes(facts, false)));
        facts.darkShare()
                .ifPresent(share -> text.append(
                        " In the dark: %d %% of those with a known time of day.".formatted(percent(share))));
        text.append(" Within the outline %d in the last 12 months, %d in the 12 months before; newest %s."
                .formatted(facts.recent(), facts.before(), newest(facts, window)));
        return facts.isFew() ? text + " Few reports: interpret with caution." : text.toString();
    }

    private String causes(Facts facts, boolean swedish) {
        List<String> named = facts.causeCounts().entrySet().stream()
                .limit(MOST_CAUSES)
                .map(entry -> {
                    Cause cause = taxonomy.getCause(entry.getKey());
                    return "%s (%d)".formatted(swedish ? cause.sv() : cause.en(), entry.getValue());
                })
                .toList();
        return named.stream().collect(Collectors.joining(", "));
    }

    private static LocalDate newest(Facts facts, Window window) {
        return Window.dayOf(facts.newestMinute(), window.zone());
    }

    private static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    private static long percent(double share) {
        return Math.round(share * 100);
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
