package se.lykta.hotspot.words;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import se.lykta.geo.LonLat;
import se.lykta.hotspot.cells.Emergence;
import se.lykta.hotspot.facts.Course;
import se.lykta.hotspot.facts.Facts;
import se.lykta.hotspot.facts.Window;
import se.lykta.taxonomy.Cause;
import se.lykta.taxonomy.Taxonomy;

/**
 * Finds the words for a hotspot: its name and a plain explanation, Swedish and English.
 *
 * <p>The explanation gives counts, not percentages of change, and says when there are few reports. Immutable.
 */
public final class Wording {

    private static final int MOST_CAUSES = 3;

    private final Taxonomy taxonomy;
    private final NearestPlace places;

    /**
     * Words out of these.
     *
     * @param places where the second half of a name comes from
     */
    public Wording(Taxonomy taxonomy, NearestPlace places) {
        this.taxonomy = taxonomy;
        this.places = places;
    }

    /** "Bristande belysning vid Idrottshallen"; without a place near it "Bristande belysning, hotspot 3". */
    public Name name(Facts facts, LonLat centre, int rank) {
        Cause cause = taxonomy.getCause(facts.mainCause());
        Optional<Name> place = places.find(centre);
        return new Name(
                capital(cause.sv()) + place.map(name -> " " + name.sv()).orElse(", hotspot " + rank),
                capital(cause.en()) + place.map(name -> " " + name.en()).orElse(", hotspot " + rank));
    }

    /** A few sentences with what was counted, over which time, and how far to trust it. */
    public Name explanation(Facts facts, Window window, Optional<Emergence> emergence) {
        return new Name(swedish(facts, window, emergence), english(facts, window, emergence));
    }

    private String swedish(Facts facts, Window window, Optional<Emergence> emergence) {
        Course course = facts.course();
        var text = new StringBuilder("%s det senaste året%s."
                .formatted(count(course.recent(), "rapport", "rapporter"), changeSwedish(course)));
        emergence.map(Wording::swedish).ifPresent(text::append);
        text.append(" %s från %s, %s till %s. Vanligast: %s."
                .formatted(
                        count(facts.reports(), "rapport", "rapporter"),
                        count(facts.reporters(), "rapportör", "olika rapportörer"),
                        window.from(),
                        window.to(),
                        causes(facts, true)));
        facts.darkShare()
                .ifPresent(
                        share -> text.append(" I mörker: %d %% av dem med känt klockslag.".formatted(percent(share))));
        text.append(" Senast %s.".formatted(newest(facts, window)));
        return facts.isFew() ? text + " Få rapporter: tolka med försiktighet." : text.toString();
    }

    private String english(Facts facts, Window window, Optional<Emergence> emergence) {
        Course course = facts.course();
        var text = new StringBuilder(
                "%s in the last year%s.".formatted(count(course.recent(), "report", "reports"), changeEnglish(course)));
        emergence.map(Wording::english).ifPresent(text::append);
        text.append(" %s from %s, %s to %s. Most often: %s."
                .formatted(
                        count(facts.reports(), "report", "reports"),
                        count(facts.reporters(), "reporter", "different reporters"),
                        window.from(),
                        window.to(),
                        causes(facts, false)));
        facts.darkShare()
                .ifPresent(share -> text.append(
                        " In the dark: %d %% of those with a known time of day.".formatted(percent(share))));
        text.append(" Newest %s.".formatted(newest(facts, window)));
        return facts.isFew() ? text + " Few reports: interpret with caution." : text.toString();
    }

    /** Only a change that chance does not make is called one. */
    private static String changeSwedish(Course course) {
        return course.direction()
                .map(direction -> switch (direction) {
                    case LEVEL -> ", ungefär som året innan (%d)";
                    case RISING ->
                        isTwice(course.recent(), course.before())
                                ? ", dubbelt så många som året innan (%d)"
                                : ", fler än året innan (%d)";
                    case FALLING ->
                        isTwice(course.before(), course.recent())
                                ? ", hälften så många som året innan (%d)"
                                : ", färre än året innan (%d)";
                })
                .map(words -> words.formatted(course.before()))
                .orElse("");
    }

    private static String changeEnglish(Course course) {
        return course.direction()
                .map(direction -> switch (direction) {
                    case LEVEL -> ", about as many as the year before (%d)";
                    case RISING ->
                        isTwice(course.recent(), course.before())
                                ? ", twice as many as the year before (%d)"
                                : ", more than the year before (%d)";
                    case FALLING ->
                        isTwice(course.before(), course.recent())
                                ? ", half as many as the year before (%d)"
                                : ", fewer than the year before (%d)";
                })
                .map(words -> words.formatted(course.before()))
                .orElse("");
    }

    private static boolean isTwice(int more, int fewer) {
        return Math.abs(more - 2 * fewer) <= 0.2 * fewer;
    }

    private static String swedish(Emergence emergence) {
        return switch (emergence) {
            case NONE -> "";
            case NEW -> " En ny plats.";
            case PERSISTENT -> " Återkommer år efter år.";
            case INTERMITTENT -> " Kommer och går.";
            case FADING -> " På väg att bli bättre.";
            case SOLVED -> " Löst: nu kommer få eller inga rapporter härifrån.";
        };
    }

    private static String english(Emergence emergence) {
        return switch (emergence) {
            case NONE -> "";
            case NEW -> " A new place.";
            case PERSISTENT -> " Comes back year after year.";
            case INTERMITTENT -> " Comes and goes.";
            case FADING -> " Getting better.";
            case SOLVED -> " Solved: few or no reports come from here now.";
        };
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
