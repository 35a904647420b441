package se.lykta.place;

/**
 * What was wrong with an OSM file and did not stop its import.
 *
 * @param missingNodes references to nodes that are not in the file; those ways are drawn without them
 * @param missingMembers ways of areas that are not in the file, as at the edge of every extract
 * @param unclosedAreas areas left out because their ring does not close or has no area
 * @param repairedAreas areas whose ring crosses itself; made valid
 * @param foreignNames names without any Latin letter for which the file has no Latin spelling; kept as they are
 * @param coast of the lines between land and sea
 */
public record OsmFaults(
        long missingNodes,
        long missingMembers,
        long unclosedAreas,
        long repairedAreas,
        long foreignNames,
        CoastFaults coast) {

    /** Nothing was wrong. */
    public static final OsmFaults NONE = new OsmFaults(0, 0, 0, 0, 0, CoastFaults.NONE);
}
