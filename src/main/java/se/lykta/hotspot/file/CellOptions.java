package se.lykta.hotspot.file;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.lykta.hotspot.cells.CellCounts;
import se.lykta.hotspot.cells.CellShape;
import se.lykta.hotspot.cells.HexagonCells;
import se.lykta.hotspot.cells.SquareCells;
import se.lykta.hotspot.cells.StudyCells;
import se.lykta.http.ApiException;
import se.lykta.http.Fault;
import se.lykta.http.QueryParameters;

/**
 * The parameters {@code cell} and {@code shape} that all methods on cells have, and the columns that all their tables begin
 * with.
 *
 * @param shape what the cells look like
 */
record CellOptions(CellShape shape) {

    static final List<Parameter> PARAMETERS = List.of(
            new Parameter("cell", "METRES", "500", "edge of a square, or distance of two opposite edges of a hexagon"),
            new Parameter("shape", "NAME", "square", "square, or hexagon with a corner in the north"));

    static CellOptions read(QueryParameters parameters) {
        double size = parameters.number("cell", 500, 1e-3, 1e6);
        boolean hexagon = parameters
                .find("shape", text -> Shape.valueOf(text.toUpperCase(Locale.ROOT)), "square or hexagon")
                .equals(Optional.of(Shape.HEXAGON));
        return new CellOptions(hexagon ? new HexagonCells(size) : new SquareCells(size));
    }

    private enum Shape {
        SQUARE,
        HEXAGON
    }

    /**
     * The cells of the input's study area.
     *
     * @throws ApiException {@code area-missing}, {@code cells-invalid} if there would be too many
     */
    StudyCells cells(Input input) {
        try {
            return StudyCells.of(shape, input.studyArea());
        } catch (IllegalArgumentException e) {
            throw invalid("cell", e);
        }
    }

    /** A fault that only shows when the cells are known. */
    static ApiException invalid(String parameter, IllegalArgumentException e) {
        return ApiException.invalid("cells-invalid", List.of(new Fault(parameter, String.valueOf(e.getMessage()))));
    }

    /** A table of the cells with their indexes, centre, area inside and number of points. */
    ColumnTable table(StudyCells cells, CellCounts counts) {
        return new ColumnTable(cells.size(), cells::polygon)
                .column("i", cells::i)
                .column("j", cells::j)
                .column("cx", cells::centreX)
                .column("cy", cells::centreY)
                .column("area_in", cells::areaInside)
                .column("n", counts::of)
                .fact("cell", shape.sizeMetres())
                .fact("shape", shape instanceof HexagonCells ? "hexagon" : "square")
                .fact("cells", cells.size())
                .fact("inside", counts.inside())
                .fact("outside", counts.outside());
    }
}
