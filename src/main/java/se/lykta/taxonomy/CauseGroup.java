package se.lykta.taxonomy;

/**
 * A group of causes, for example A <em>fysisk miljö</em>.
 *
 * @param code one letter
 * @param sv Swedish name, lower case
 * @param en English name, lower case
 */
public record CauseGroup(String code, String sv, String en) {}
