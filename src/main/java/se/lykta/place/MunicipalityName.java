package se.lykta.place;

import java.util.regex.Pattern;

/**
 * How people call a municipality, against what OpenStreetMap calls it: "Olofström" is also "Olofströms kommun", and
 * "Göteborg" "Göteborgs Stad". Immutable.
 *
 * @param said not blank
 */
public record MunicipalityName(String said) {

    private static final Pattern ODD = Pattern.compile("[^\\p{L}\\p{N}\\s-]");

    /** A regular expression, of the kind that Java, PostgreSQL and Overpass share, to be used whatever the case. */
    public String pattern() {
        return "^%ss?( kommun| stad)?$".formatted(ODD.matcher(said).replaceAll("."));
    }

    /** Says whether OpenStreetMap means this one. */
    public boolean matches(String osmName) {
        return Pattern.compile(pattern(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(osmName)
                .matches();
    }

    /** The name as it was said, in the letters of OpenStreetMap, for one that {@link #matches}. */
    public String in(String osmName) {
        return osmName.substring(0, said.length());
    }
}
