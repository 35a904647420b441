package se.lykta.place.search;

/**
 * What a person typed, ready to be compared.
 *
 * @param whole all of it
 * @param name without number, post code and town
 */
record FoldedText(Typed whole, Typed name) {}
