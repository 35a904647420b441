package se.lykta.walk;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import se.lykta.hotspot.words.Name;
import se.lykta.walk.plan.Loop;
import se.lykta.walk.plan.WalkPlan;
import se.lykta.walk.plan.WalkStop;

/**
 * A walk's facts as words of one language, the same in every file.
 *
 * @param english or else Swedish
 */
record WalkWords(boolean english) {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    /** In this language. */
    String of(Name name) {
        return english ? name.en() : name.sv();
    }

    /** In this language, with numbers as it writes them. */
    String of(String sv, String en, Object... values) {
        return String.format(locale(), english ? en : sv, values);
    }

    String title() {
        return english ? "Safety walk" : "Trygghetsvandring";
    }

    /** "Trygghetsvandring", or with several groups "Trygghetsvandring, grupp 2". */
    String title(WalkPlan plan, Loop loop) {
        return plan.loops().size() == 1 ? title() : title() + ", " + group(loop);
    }

    String group(Loop loop) {
        return of("grupp %d", "group %d", loop.group());
    }

    /** "1. Bristande belysning vid Idrottshallen". */
    String numbered(WalkStop stop) {
        return stop.number() + ". " + of(stop.name());
    }

    /** "6 stopp, 2,3 km, 61 minuter". */
    String summary(Loop loop) {
        int stops = loop.stops().size();
        int minutes = (loop.totals().seconds() + 59) / 60;
        String plural = stops == 1 ? "stop" : "stops";
        return of(
                "%d stopp, %.1f km, %d minuter",
                "%d " + plural + ", %.1f km, %d minutes", stops, loop.totals().metres() / 1000.0, minutes);
    }

    /** "onsdag 14 oktober 2026". */
    String day(LocalDateTime time) {
        return time.format(DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", locale()));
    }

    /** "18:38". */
    static String clock(LocalDateTime time) {
        return time.format(CLOCK);
    }

    private Locale locale() {
        return english ? Locale.ENGLISH : Locale.forLanguageTag("sv");
    }
}
