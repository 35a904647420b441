package se.lykta.hotspot.words;

/**
 * A name in both languages of the product.
 *
 * @param sv Swedish
 * @param en English
 */
public record Name(String sv, String en) {}
