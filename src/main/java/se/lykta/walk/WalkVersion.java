package se.lykta.walk;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;

/**
 * One version of a walk in the list of them all.
 *
 * @param version 1 for the first
 * @param created when it was planned
 * @param changed what was asked for otherwise than in the version before; nothing in the first
 */
record WalkVersion(int version, Instant created, List<Change> changed) {

    /** Copies the list. */
    WalkVersion {
        changed = List.copyOf(changed);
    }

    /**
     * One member of the request that was changed.
     *
     * @param before its value; JSON null if it was not there
     * @param after its value; JSON null if it is not there any more
     */
    record Change(String member, JsonNode before, JsonNode after) {}
}
