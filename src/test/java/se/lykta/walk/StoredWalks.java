package se.lykta.walk;

import se.lykta.account.Audience;
import se.lykta.walk.plan.WalkPlan;

/** Puts plans that a test made by hand into a database, for tests of other packages. */
public final class StoredWalks {

    private StoredWalks() {}

    /** Keeps a plan of staff under a new id. */
    public static StoredWalk add(WalkStore store, WalkPlan plan) {
        return store.add(plan, Audience.STAFF);
    }

    /** Keeps a plan as the next version of a walk. */
    public static StoredWalk addVersion(WalkStore store, StoredWalk before, WalkPlan plan) {
        return store.addVersion(before, plan).orElseThrow();
    }
}
