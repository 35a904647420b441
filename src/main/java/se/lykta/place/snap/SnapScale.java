package se.lykta.place.snap;

import java.util.Arrays;

/** How many addresses a snap point stands for at least: the coarser, the fewer points there are. */
public enum SnapScale {
    /** The finest that is ever shown: a piece of a street, a square. */
    STREET(8),
    /** Some blocks. */
    QUARTER(64),
    /** A part of a town, or a village. */
    DISTRICT(512);

    private final int leastAddresses;

    SnapScale(int leastAddresses) {
        this.leastAddresses = leastAddresses;
    }

    /** The least number of different addresses in the catchment of a point. */
    public int leastAddresses() {
        return leastAddresses;
    }

    /** The scale with this number. */
    static SnapScale of(int leastAddresses) {
        return Arrays.stream(values())
                .filter(scale -> scale.leastAddresses == leastAddresses)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no scale has " + leastAddresses + " addresses"));
    }
}
