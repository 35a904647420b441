package se.lykta.walk;

/** Who walks; decides which ways may be used. */
public enum FootProfile {
    /** People who can use steps. */
    EVERYONE("everyone"),
    /** Rollators and wheelchairs: no steps. */
    STEP_FREE("step_free");

    private final String key;

    FootProfile(String key) {
        this.key = key;
    }

    /** The name of the profile in the stored graph. */
    String key() {
        return key;
    }
}
