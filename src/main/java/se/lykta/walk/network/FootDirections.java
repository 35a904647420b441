package se.lykta.walk.network;

import com.graphhopper.routing.InstructionsFromEdges;
import com.graphhopper.routing.Path;
import com.graphhopper.routing.ev.EncodedValueLookup;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.storage.Graph;
import com.graphhopper.util.AngleCalc;
import com.graphhopper.util.DistancePlaneProjection;
import com.graphhopper.util.EdgeIteratorState;
import com.graphhopper.util.FetchMode;
import com.graphhopper.util.Instruction;
import com.graphhopper.util.InstructionList;
import com.graphhopper.util.PointList;
import com.graphhopper.util.RoundaboutInstruction;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells a way turn by turn while its edges are passed one after another.
 *
 * <p>The engine decides where a turn is worth a word. Where steps begin or end is told in any case: they are what a
 * group has to know about.
 */
final class FootDirections implements Path.EdgeVisitor {

    /** A shorter first bend says nothing about the direction. */
    private static final int LEAST_METRES = 10;

    private final FootWayNames names;
    private final InstructionList turns;
    private final InstructionsFromEdges engine;
    private final List<Part> parts = new ArrayList<>();
    private double azimuthDeg;
    private boolean onSteps;

    FootDirections(Graph graph, Weighting weighting, EncodedValueLookup facts, FootWords words) {
        this.names = new FootWayNames(facts);
        this.turns = words.noTurns();
        this.engine = new InstructionsFromEdges(graph, weighting, facts, turns);
    }

    /** A turn and the way after it, or out of a roundabout, which begins with an edge of the path. */
    record Part(Instruction turn, FootWay way, int firstEdge) {}

    /** What is to be told, in order; the first part begins with the first edge. */
    List<Part> parts() {
        return List.copyOf(parts);
    }

    /** The direction in which one sets out, clockwise from north, 0..360. */
    double azimuthDeg() {
        return azimuthDeg;
    }

    @Override
    public void next(EdgeIteratorState edge, int index, int edgeBefore) {
        int before = turns.size();
        boolean outside = hasLeftRoundabout();
        engine.next(edge, index, edgeBefore);
        FootWay way = names.of(edge);
        if (index == 0) {
            azimuthDeg = azimuthDeg(edge.fetchWayGeometry(FetchMode.ALL));
        }
        if (turns.size() > before) {
            parts.add(new Part(turns.get(before), way, index));
        } else if (way.isSteps() != onSteps) {
            parts.add(new Part(new Instruction(Instruction.CONTINUE_ON_STREET, "", PointList.EMPTY), way, index));
        }
        if (hasLeftRoundabout() && !outside) {
            Part roundabout = parts.remove(parts.size() - 1);
            parts.add(new Part(roundabout.turn(), way, roundabout.firstEdge()));
        }
        onSteps = way.isSteps();
    }

    @Override
    public void finish() {
        engine.finish();
    }

    /** Whether the last turn was to follow a roundabout, and it is done. */
    private boolean hasLeftRoundabout() {
        return !parts.isEmpty()
                && parts.get(parts.size() - 1).turn() instanceof RoundaboutInstruction roundabout
                && roundabout.isExited();
    }

    private static double azimuthDeg(PointList line) {
        int to = 1;
        while (to < line.size() - 1 && metres(line, to) < LEAST_METRES) {
            to++;
        }
        return AngleCalc.ANGLE_CALC.calcAzimuth(line.getLat(0), line.getLon(0), line.getLat(to), line.getLon(to));
    }

    private static double metres(PointList line, int to) {
        return DistancePlaneProjection.DIST_PLANE.calcDist(
                line.getLat(0), line.getLon(0), line.getLat(to), line.getLon(to));
    }
}
