package se.lykta.taxonomy;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Why a place feels unsafe, for example A11 <em>bristande belysning</em>.
 *
 * @param bit place in a cause mask, 0..63; never reused for another cause
 * @param code stable code: group letter and two digits
 * @param sv Swedish name, lower case
 * @param en English name, lower case
 * @param restricted never a public point, never public free text
 * @param positive a safe, well-liked place: never counts into a hotspot
 * @param generalised stands for a whole group in the public release; nobody can report it
 */
public record Cause(
        int bit, String code, String sv, String en, boolean restricted, boolean positive, boolean generalised) {

    /** Checks bit and code. */
    public Cause {
        if (bit < 0 || bit > 63) {
            throw new IllegalArgumentException("bit " + bit + " of cause " + code + " is not within 0..63");
        }
        if (!code.matches("[A-Z][0-9]{2}")) {
            throw new IllegalArgumentException("cause code '" + code + "' is not a letter and two digits");
        }
    }

    /** The code of the group, one letter. */
    @JsonProperty
    public String group() {
        return code.substring(0, 1);
    }

    /** The mask with only this cause. */
    public long mask() {
        return 1L << bit;
    }
}
