package se.lykta.walk;

import java.time.Instant;
import se.lykta.walk.plan.WalkPlan;

/**
 * A plan that has an address.
 *
 * @param id random, not to be guessed; whoever knows it may read the walk
 * @param version 1 for a new plan, one more for each change
 * @param created when this version was planned
 */
public record StoredWalk(String id, int version, Instant created, WalkPlan plan) {}
