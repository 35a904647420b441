package se.lykta.hotspot.audit;

import java.util.Locale;

/** Numbers as they are written in Swedish and in English sentences. */
enum Numerals {
    SWEDISH(' ', ','),
    ENGLISH(',', '.');

    private final char thousands;
    private final char point;

    Numerals(char thousands, char point) {
        this.thousands = thousands;
        this.point = point;
    }

    /** "17 070" or "17,070". */
    String count(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', thousands);
    }

    /** "14,1 %" or "14.1 %"; no share becomes 0, and only all are 100. */
    String percent(double share) {
        double percent = 100 * share;
        if (percent < 0.1) {
            return "< 0" + point + "1 %";
        }
        double shown = percent < 100 ? Math.min(percent, 99.9) : percent;
        return String.format(Locale.ROOT, shown == 100 ? "%.0f" : "%.1f", shown).replace('.', point) + " %";
    }

    /** "1 259 av 304 927 rapporter (0,4 %)". */
    String of(long part, long whole, String word) {
        return "%s %s %s (%s)"
                .formatted(
                        count(part),
                        this == SWEDISH ? "av" : "of",
                        count(whole) + " " + word,
                        percent((double) part / whole));
    }

    /** A decimal number. */
    String decimal(double number) {
        String text = number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
        return text.replace('.', point);
    }
}
