package se.lykta.place;

/**
 * What an import found, and what was wrong with it.
 *
 * @param nodes nodes read
 * @param ways ways read
 * @param relations relations read
 * @param features things drawn on the base map
 * @param names named places
 * @param addresses addresses
 * @param missingNodes references to nodes that are not in the file; those ways are drawn without them
 * @param unclosedAreas areas whose ring does not close (or is not in the file); left out
 */
public record OsmCounts(
        long nodes,
        long ways,
        long relations,
        long features,
        long names,
        long addresses,
        long missingNodes,
        long unclosedAreas) {}
