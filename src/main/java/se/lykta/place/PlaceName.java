package se.lykta.place;

/**
 * What people call the place where something is, ready to stand in a sentence.
 *
 * @param name the bare name, for example {@code Idrottshallen}
 * @param sv with its preposition, {@code vid Idrottshallen}
 * @param en with its preposition, {@code at Idrottshallen}
 */
public record PlaceName(String name, String sv, String en) {}
