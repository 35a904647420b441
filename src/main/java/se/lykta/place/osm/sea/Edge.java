package se.lykta.place.osm.sea;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateArrays;

/**
 * A line from one crossing to the next, and the faces on its sides. Used by one thread.
 *
 * <p>Ways may lie on one another: the edge has the direction of most of them, none if they contradict each other.
 */
final class Edge {

    private final Coordinate[] line;
    private final double length;
    private int way = -1;
    private int along;
    private int against;
    private @Nullable Face left;
    private @Nullable Face right;

    Edge(Coordinate[] line) {
        this.line = line;
        double sum = 0;
        for (int i = 1; i < line.length; i++) {
            sum += line[i].distance(line[i - 1]);
        }
        this.length = sum;
    }

    /** A piece of coast lies here, running as {@code piece} does. */
    void lay(int wayOfIt, Coordinate[] piece) {
        way = wayOfIt;
        boolean same = CoordinateArrays.equals(line, piece);
        along += same ? 1 : 0;
        against += same ? 0 : 1;
    }

    Coordinate[] line() {
        return line;
    }

    /** Its first and its last corner. */
    Stream<Coordinate> nodes() {
        return Stream.of(line[0], line[line.length - 1]);
    }

    double length() {
        return length;
    }

    /** The number of the line of the coast that it is a piece of, -1 if it is no coast. */
    int way() {
        return way;
    }

    /** 1 if the coast runs as the line does, -1 against it, 0 if that is not known. */
    int direction() {
        return Integer.compare(along, against);
    }

    /** Notes the face on a side of the line. */
    void border(Face face, boolean onLeft) {
        if (onLeft) {
            left = face;
        } else {
            right = face;
        }
    }

    /** Says whether lines run both ways here, as where a line turns on itself. */
    boolean isDoubled() {
        return along > 0 && against > 0;
    }

    /** Says whether it contradicts itself or what its faces are. */
    boolean isWrong() {
        Face land = direction() < 0 ? right : left;
        Face sea = direction() < 0 ? left : right;
        boolean doubtful = isDoubled() && (left != null || right != null);
        return doubtful || (land != null && land.isSea()) || (sea != null && !sea.isSea());
    }

    /** The face on the other side of one. */
    Optional<Face> across(Face face) {
        return Optional.ofNullable(face.equals(left) ? right : left);
    }
}
