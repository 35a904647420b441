package se.lykta.place.snap;

import java.util.Arrays;
import java.util.Locale;

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

    /** Stable code in addresses and files. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The scale with this code.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static SnapScale parse(String code) {
        return Arrays.stream(values())
                .filter(scale -> scale.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no scale is called " + code));
    }

    /** The scale with this number. */
    static SnapScale of(int leastAddresses) {
        return Arrays.stream(values())
                .filter(scale -> scale.leastAddresses == leastAddresses)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no scale has " + leastAddresses + " addresses"));
    }
}
