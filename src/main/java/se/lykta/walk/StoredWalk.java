package se.lykta.walk;

import java.time.Instant;

/**
 * A walk that has an address.
 *
 * @param id random, not to be guessed; whoever knows it may read the walk
 * @param version 1 for a new plan
 * @param created when it was planned
 */
public record StoredWalk(String id, int version, Instant created, Walk walk) {}
