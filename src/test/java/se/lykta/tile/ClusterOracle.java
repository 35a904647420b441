package se.lykta.tile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import se.lykta.geo.Morton;
import se.lykta.index.Filter;
import se.lykta.index.Snapshot;

/** The rule of clusters in plain words over the whole world at one zoom, without tiles: slow and obvious. */
final class ClusterOracle {

    /** A cell of 64 pixels and the rows in it. */
    private record Cell(long column, long line, List<Integer> rows) {}

    /** A cluster: the cell it grew from, its rows, and where its circle is, in cells of Web Mercator. */
    record Expected(long column, long line, List<Integer> rows, double x, double y, double radius) {

        boolean isIn(int tileX, int tileY) {
            return column / 4 == tileX && line / 4 == tileY;
        }
    }

    private final Snapshot snapshot;
    private final double side;
    private final Map<String, Cell> cells = new TreeMap<>();

    ClusterOracle(Snapshot snapshot, Filter filter, int zoom) {
        this.snapshot = snapshot;
        this.side = Math.pow(2, 31 - zoom - 2);
        for (int row = 0; row < snapshot.size(); row++) {
            if (filter.test(snapshot, row)) {
                long column = (long) (Morton.x(snapshot.morton(row)) / side);
                long line = (long) (Morton.y(snapshot.morton(row)) / side);
                cells.computeIfAbsent(column + "/" + line, key -> new Cell(column, line, new ArrayList<>()))
                        .rows()
                        .add(row);
            }
        }
    }

    List<Expected> clusters() {
        List<Expected> clusters = new ArrayList<>();
        for (Cell cell : cells.values()) {
            if (host(cell).isPresent()) {
                continue;
            }
            List<Integer> rows = new ArrayList<>(cell.rows());
            cells.values().stream()
                    .filter(other -> host(other).filter(cell::equals).isPresent())
                    .forEach(guest -> rows.addAll(guest.rows()));
            clusters.add(placed(cell, rows));
        }
        return clusters;
    }

    /** The neighbour a cell joins. */
    private Optional<Cell> host(Cell cell) {
        return wish(cell).filter(neighbour -> wish(neighbour).isEmpty());
    }

    private Optional<Cell> wish(Cell cell) {
        return neighbours(cell)
                .filter(other -> rank().compare(other, cell) > 0)
                .filter(other -> Math.hypot(
                                meanX(cell.rows()) - meanX(other.rows()), meanY(cell.rows()) - meanY(other.rows()))
                        < radius(cell.rows().size()) + radius(other.rows().size()))
                .max(rank());
    }

    private Stream<Cell> neighbours(Cell cell) {
        List<Cell> found = new ArrayList<>();
        for (long dy = -1; dy <= 1; dy++) {
            for (long dx = -1; dx <= 1; dx++) {
                Cell other = cells.get((cell.column() + dx) + "/" + (cell.line() + dy));
                if (other != null && (dx != 0 || dy != 0)) {
                    found.add(other);
                }
            }
        }
        return found.stream();
    }

    private static Comparator<Cell> rank() {
        return Comparator.<Cell>comparingInt(cell -> cell.rows().size())
                .thenComparing(Comparator.comparingLong(Cell::line).reversed())
                .thenComparing(Comparator.comparingLong(Cell::column).reversed());
    }

    private Expected placed(Cell cell, List<Integer> rows) {
        double radius = radius(rows.size());
        double x = meanX(rows) + 0.5;
        double y = meanY(rows) + 0.5;
        if (rows.size() > 1) {
            x = clamp(x, cell.column() * side + radius, (cell.column() + 1) * side - radius);
            y = clamp(y, cell.line() * side + radius, (cell.line() + 1) * side - radius);
        }
        return new Expected(cell.column(), cell.line(), rows, x, y, radius);
    }

    private static double clamp(double value, double least, double most) {
        return Math.max(least, Math.min(most, value));
    }

    private double meanX(List<Integer> rows) {
        return rows.stream().mapToLong(row -> Morton.x(snapshot.morton(row))).sum() / (double) rows.size();
    }

    private double meanY(List<Integer> rows) {
        return rows.stream().mapToLong(row -> Morton.y(snapshot.morton(row))).sum() / (double) rows.size();
    }

    /** Radius by the number of digits: 12, 15, 18, 21, 24 pixels, a dot of 6 for one; a cell has 64 pixels. */
    private double radius(int count) {
        int digits = Integer.toString(count).length();
        int pixels = count == 1 ? 6 : Math.min(24, 9 + 3 * digits);
        return pixels / 64.0 * side;
    }
}
