package se.lykta.hotspot.file;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.lykta.hotspot.cells.Contiguity;
import se.lykta.hotspot.cells.Neighbours;
import se.lykta.hotspot.cells.StudyCells;
import se.lykta.http.ApiException;
import se.lykta.http.QueryParameters;

/**
 * The parameters {@code weights}, {@code rings} and {@code distance}: which cells are neighbours.
 *
 * @param contiguity empty for a distance band
 * @param rings steps from neighbour to neighbour
 * @param distance of centres in a band, metres
 */
record NeighbourOptions(Optional<Contiguity> contiguity, int rings, double distance) {

    static final List<Parameter> PARAMETERS = List.of(
            new Parameter(
                    "weights", "NAME", "queen", "neighbours: queen, rook or band; all hexagons that touch are both"),
            new Parameter("rings", "N", "1", "queen and rook: so many steps away"),
            new Parameter("distance", "METRES", "1000", "band: centres are at most so far apart"));

    private static final String BAND = "BAND";

    static NeighbourOptions read(QueryParameters parameters) {
        Optional<Optional<Contiguity>> contiguity =
                parameters.find("weights", text -> contiguity(text.toUpperCase(Locale.ROOT)), "queen, rook or band");
        return new NeighbourOptions(
                contiguity.orElse(Optional.of(Contiguity.QUEEN)),
                parameters.integer("rings", 1, 1, 1000),
                parameters.number("distance", 1000, 1e-3, 1e7));
    }

    private static Optional<Contiguity> contiguity(String name) {
        return name.equals(BAND) ? Optional.empty() : Optional.of(Contiguity.valueOf(name));
    }

    /**
     * The neighbours of each cell.
     *
     * @throws ApiException {@code cells-invalid} if there would be too many
     */
    Neighbours of(StudyCells cells) {
        try {
            return contiguity.isPresent()
                    ? Neighbours.touching(cells, contiguity.get(), rings)
                    : Neighbours.band(cells, distance);
        } catch (IllegalArgumentException e) {
            throw CellOptions.invalid(contiguity.isPresent() ? "rings" : "distance", e);
        }
    }

    void tell(ColumnTable table) {
        if (contiguity.isPresent()) {
            table.fact("weights", contiguity.get().name().toLowerCase(Locale.ROOT))
                    .fact("rings", rings);
        } else {
            table.fact("weights", "band").fact("distance", distance);
        }
    }
}
