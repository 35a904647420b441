package se.lykta.privacy;

/**
 * One released group.
 *
 * @param id number of the row
 * @param key what its reports have in common
 * @param reports how many they are, at least k
 * @param voices the most different reporters that released together, at least k: a lower bound of all
 */
record ReleaseRow(long id, ReleaseKey key, int reports, int voices) {}
