package se.lykta.place.search;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of a house: {@code 12}, {@code 12 B} or {@code 12-16}. Immutable.
 *
 * @param first its number, or the first of several
 * @param last the last of several, else equal to {@code first}
 * @param letter in small letters, or empty
 */
record HouseNumber(int first, int last, String letter) {

    private static final Pattern FORM =
            Pattern.compile("(\\d{1,5})\\s*([\\p{L}]?)(?:\\s*[-–,;/]\\s*(\\d{1,5})\\s*[\\p{L}]?)?.*");

    /** Reads a number as it stands in the map; empty if it does not begin with one. */
    static Optional<HouseNumber> parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int first = Integer.parseInt(matcher.group(1));
        String end = matcher.group(3);
        int last = end == null ? first : Math.max(first, Integer.parseInt(end));
        return Optional.of(new HouseNumber(first, last, matcher.group(2).toLowerCase(Locale.ROOT)));
    }

    /** Whether somebody who asks for this number means that house: 12 also means 12 B, 14 also means 12-16, and back. */
    boolean means(HouseNumber house) {
        boolean overlaps = first <= house.last && house.first <= last && (first - house.first) % 2 == 0;
        return overlaps && (letter.isEmpty() || letter.equals(house.letter) || house.first != house.last);
    }

    /** Whether a house has exactly this number, letter included. */
    boolean is(HouseNumber house) {
        return first == house.first && last == house.last && letter.equals(house.letter);
    }

    /** Whether this is how the longer number begins: 1 begins 12. */
    boolean begins(HouseNumber house) {
        return letter.isEmpty() && first == last && String.valueOf(house.first).startsWith(String.valueOf(first));
    }

    /** How many numbers lie between; the other side of the street counts as one more. */
    int distanceTo(HouseNumber house) {
        int gap = Math.max(0, Math.max(house.first - first, first - house.last));
        return 2 * gap + Math.abs(first - house.first) % 2;
    }
}
