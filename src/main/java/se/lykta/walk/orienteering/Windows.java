package se.lykta.walk.orienteering;

/**
 * The times in which nodes may be visited, in seconds after the start, for the middle of a visit. Who is early waits.
 * Immutable.
 */
final class Windows {

    /** Every node at any time. */
    static final Windows NONE = new Windows(new int[0], new int[0]);

    private final int[] opens;
    private final int[] closes;

    private Windows(int[] opens, int[] closes) {
        this.opens = opens;
        this.closes = closes;
    }

    static Windows of(int[] opens, int[] closes, int size) {
        if (opens.length != size || closes.length != size) {
            throw new IllegalArgumentException(
                    "expected %d windows, not %d and %d".formatted(size, opens.length, closes.length));
        }
        return new Windows(opens.clone(), closes.clone());
    }

    boolean areLimited() {
        return opens.length > 0;
    }

    /** When a node is visited by those who arrive then; {@link OrienteeringProblem#UNREACHABLE} if it has closed. */
    long visit(long arrival, int node) {
        if (opens.length == 0) {
            return arrival;
        }
        return arrival <= closes[node] ? Math.max(arrival, opens[node]) : OrienteeringProblem.UNREACHABLE + arrival;
    }
}
