package se.lykta.walk.network;

/**
 * How fast a group walks, compared with the routing engine's fixed speed.
 *
 * @param factor how much longer everything takes
 */
record FootPace(double factor) {

    /** Of a speed on level ways, above 0. */
    static FootPace ofKmh(double speedKmh) {
        return new FootPace(FootGraph.ENGINE_SPEED_KMH / speedKmh);
    }

    /** The group's time for what takes the engine so long, rounded up. */
    int seconds(long engineMillis) {
        return (int) Math.ceil(engineMillis / 1000.0 * factor);
    }
}
