package se.lykta.hotspot.words;

/**
 * A name in both languages of the product.
 *
 * @param sv Swedish
 * @param en English
 */
public record Name(String sv, String en) {

    /** This and then another, as two sentences follow each other. */
    public Name and(Name other) {
        return new Name(sv + " " + other.sv, en + " " + other.en);
    }
}
