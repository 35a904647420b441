package se.lykta.bench;

/** The classes of instances of walks.md, recognised by the fields of an instance. */
enum WalkClass {
    /** Tsiligirides and Chao: one route, real distances. */
    CLASSICAL("classical", 0.2),
    /** OPLib up to 100 nodes. */
    OPLIB_100("oplib-100", 0.5),
    /** OPLib with 101 to 200 nodes. */
    OPLIB_200("oplib-200", 1),
    /** OPLib with 201 to 400 nodes. */
    OPLIB_400("oplib-400", 1),
    /** OPLib with more nodes; peers need minutes. */
    OPLIB_LARGE("oplib-large", 5),
    /** Several routes. */
    TOP("top", 2);

    private final String key;
    private final double cpuSeconds;

    WalkClass(String key, double cpuSeconds) {
        this.key = key;
        this.cpuSeconds = cpuSeconds;
    }

    static WalkClass of(WalkInstance instance) {
        if (instance.routes() > 1) {
            return TOP;
        }
        if (instance.isReal()) {
            return CLASSICAL;
        }
        if (instance.size() <= 100) {
            return OPLIB_100;
        }
        return instance.size() <= 200 ? OPLIB_200 : instance.size() <= 400 ? OPLIB_400 : OPLIB_LARGE;
    }

    String key() {
        return key;
    }

    /** What a search may use. */
    double cpuSeconds() {
        return cpuSeconds;
    }
}
