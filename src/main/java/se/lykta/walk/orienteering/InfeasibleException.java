package se.lykta.walk.orienteering;

import java.util.List;

/** No routes within the limits visit all mandatory nodes, or none were found. */
public final class InfeasibleException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient List<Integer> nodes;
    private final boolean proven;

    InfeasibleException(List<Integer> nodes, boolean proven) {
        super((proven ? "mandatory nodes do not fit: " : "no routes were found past the mandatory nodes ") + nodes);
        this.nodes = List.copyOf(nodes);
        this.proven = proven;
    }

    /** The mandatory nodes that were left over; empty if the direct way from start to end is over a limit. */
    public List<Integer> nodes() {
        return nodes;
    }

    /** Whether it is certain that there is no solution. */
    public boolean isProven() {
        return proven;
    }
}
