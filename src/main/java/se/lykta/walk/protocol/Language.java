package se.lykta.walk.protocol;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import se.lykta.hotspot.words.Name;

/** The languages of the product, and how each writes days, hours and lengths. */
public enum Language {
    /** Swedish, the default. */
    SV("sv", "EEEE d MMMM yyyy", "'kl.' HH:mm"),
    /** English. */
    EN("en", "EEEE d MMMM yyyy", "HH:mm");

    private final Locale locale;
    private final DateTimeFormatter day;
    private final DateTimeFormatter hour;

    Language(String code, String day, String hour) {
        this.locale = Locale.forLanguageTag(code);
        this.day = DateTimeFormatter.ofPattern(day, locale);
        this.hour = DateTimeFormatter.ofPattern(hour, locale);
    }

    /** The language of a code, {@code sv} or {@code en}, if it is one. */
    static Optional<Language> find(String code) {
        return Arrays.stream(values())
                .filter(language -> language.code().equals(code))
                .findFirst();
    }

    /** As in a query: {@code sv}. */
    String code() {
        return locale.getLanguage();
    }

    /** One of two texts. */
    String say(String sv, String en) {
        return this == SV ? sv : en;
    }

    /** One of two texts with values in it, numbers written as here. */
    String say(String sv, String en, Object... values) {
        return String.format(locale, say(sv, en), values);
    }

    /** What is called so. */
    String say(Name name) {
        return say(name.sv(), name.en());
    }

    /** A day: "onsdag 14 oktober 2026". */
    String day(LocalDate date) {
        return date.format(day);
    }

    /** An hour: "kl. 18:30". */
    String hour(LocalDateTime time) {
        return time.format(hour);
    }

    /** A length: "350 m" below a kilometre, else "1,5 km". */
    String length(int metres) {
        return metres < 1000 ? metres + " m" : String.format(locale, "%.1f km", metres / 1000.0);
    }

    /** How many stops: "1 stopp". */
    String stops(int count) {
        return count + say(" stopp", count == 1 ? " stop" : " stops");
    }

    /** Whole minutes, begun ones counted: "7 min". */
    String minutes(int seconds) {
        return (seconds + 59) / 60 + " min";
    }
}
