package se.lykta.place.search;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a person typed, taken apart: "Östra Förstadsgatan 12, 212 12 Malmö" names a street and a house. Immutable.
 *
 * @param whole all of it, blanks at the ends cut
 * @param name without the number of a house, without the post code and what follows it or a comma
 * @param number of a house, if there is one
 */
record SearchText(String whole, String name, Optional<HouseNumber> number) {

    private static final String HOUSE = "\\d{1,4}(?:\\s?\\p{L})?(?:\\s?[-–/]\\s?\\d{1,4}(?:\\s?\\p{L})?)?";
    private static final Pattern STREET_FIRST =
            Pattern.compile("(.*?\\p{L}.*?)[\\s,]+(" + HOUSE + ")(?:[\\s,].*)?", Pattern.UNICODE_CASE);
    private static final Pattern NUMBER_FIRST = Pattern.compile("(\\d{1,4}\\p{L}?)[\\s,]+(.*\\p{L}.*)");
    private static final Pattern POST_CODE = Pattern.compile("(.*?\\p{L}.*?)[\\s,]+\\d{3}\\s?\\d{2}(?:[\\s,].*)?");

    static SearchText of(String typed) {
        String whole = typed.strip();
        Matcher postCode = POST_CODE.matcher(whole);
        String address = postCode.matches() ? postCode.group(1) : whole;
        Matcher streetFirst = STREET_FIRST.matcher(address);
        if (streetFirst.matches()) {
            return new SearchText(whole, streetFirst.group(1), HouseNumber.parse(streetFirst.group(2)));
        }
        Matcher numberFirst = NUMBER_FIRST.matcher(address);
        if (numberFirst.matches()) {
            return new SearchText(whole, numberFirst.group(2), HouseNumber.parse(numberFirst.group(1)));
        }
        int comma = address.indexOf(',');
        return new SearchText(whole, comma > 0 ? address.substring(0, comma) : address, Optional.empty());
    }
}
