package se.lykta.index;

import se.lykta.account.Audience;

/**
 * The newest snapshot for each audience: the exact one for staff, the anonymised release for the public.
 *
 * <p>Both stand behind one volatile reference: readers never wait, and take one snapshot per request. Only the
 * index's own synchronisation replaces them.
 */
public final class Indexes {

    private volatile Pair current = new Pair(Snapshot.empty(0), Snapshot.empty(0));

    /** What this audience may see; use one snapshot for the whole of an answer. */
    public Snapshot snapshot(Audience audience) {
        Pair pair = current;
        return switch (audience) {
            case STAFF -> pair.staff;
            case PUBLIC -> pair.released;
        };
    }

    /** Shows a newer snapshot to an audience. */
    public synchronized void replace(Audience audience, Snapshot snapshot) {
        Pair pair = current;
        current = switch (audience) {
            case STAFF -> new Pair(snapshot, pair.released);
            case PUBLIC -> new Pair(pair.staff, snapshot);
        };
    }

    private record Pair(Snapshot staff, Snapshot released) {}
}
