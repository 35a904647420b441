package se.lykta.place.search;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a person typed, taken apart: "Östra Förstadsgatan 12, Malmö" names a street and a house. Immutable.
 *
 * @param whole all of it, blanks at the ends cut
 * @param street what may be the name of a street; empty without a number
 * @param number of a house, if there is one
 */
record SearchText(String whole, String street, Optional<HouseNumber> number) {

    private static final Pattern STREET_FIRST =
            Pattern.compile("(.*?\\p{L}.*?)[\\s,]+(\\d{1,4}(?:\\s?\\p{L})?)(?:[\\s,].*)?", Pattern.UNICODE_CASE);
    private static final Pattern NUMBER_FIRST = Pattern.compile("(\\d{1,4}\\p{L}?)[\\s,]+(.*\\p{L}.*)");

    static SearchText of(String typed) {
        String whole = typed.strip();
        Matcher streetFirst = STREET_FIRST.matcher(whole);
        if (streetFirst.matches()) {
            return new SearchText(whole, streetFirst.group(1), HouseNumber.parse(streetFirst.group(2)));
        }
        Matcher numberFirst = NUMBER_FIRST.matcher(whole);
        if (numberFirst.matches()) {
            return new SearchText(whole, numberFirst.group(2), HouseNumber.parse(numberFirst.group(1)));
        }
        return new SearchText(whole, "", Optional.empty());
    }
}
