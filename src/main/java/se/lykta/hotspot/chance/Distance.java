package se.lykta.hotspot.chance;

/** How far two places are apart, from their differences in metres. */
public enum Distance {
    /** As the crow flies. */
    EUCLIDEAN {
        @Override
        public double of(double dx, double dy) {
            return Math.sqrt(dx * dx + dy * dy);
        }
    },
    /** Along streets that run north-south and east-west, as the Near Repeat Calculator measures by default. */
    MANHATTAN {
        @Override
        public double of(double dx, double dy) {
            return Math.abs(dx) + Math.abs(dy);
        }
    };

    /** Metres, never less than either difference. */
    public abstract double of(double dx, double dy);
}
