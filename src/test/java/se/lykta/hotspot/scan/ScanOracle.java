package se.lykta.hotspot.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Looks at each disc around each centroid that ends at a centroid, by its definition; then greedily without overlap. */
final class ScanOracle {

    private final ScanAreas areas;
    private final ScanOptions options;
    private final double allCases;
    private final double allExpected;
    private final double allPeople;

    ScanOracle(ScanAreas areas, ScanOptions options) {
        this.areas = areas;
        this.options = options;
        this.allCases = Arrays.stream(areas.cases()).sum();
        this.allExpected = Arrays.stream(areas.expected()).sum();
        this.allPeople = Arrays.stream(areas.population()).sum();
    }

    /** A disc that is considered. */
    record Candidate(double ratio, double radius, int centre, Set<Integer> areas) {}

    List<Candidate> clusters() {
        List<Candidate> candidates = new ArrayList<>();
        for (int centre = 0; centre < areas.size(); centre++) {
            for (int edge = 0; edge < areas.size(); edge++) {
                consider(centre, distance(centre, edge), candidates);
            }
        }
        candidates.sort(Comparator.comparingDouble((Candidate candidate) -> -Math.round(candidate.ratio * 1e8) / 1e8)
                .thenComparingDouble(Candidate::radius)
                .thenComparingDouble(candidate -> areas.x()[candidate.centre])
                .thenComparingDouble(candidate -> areas.y()[candidate.centre]));
        List<Candidate> kept = new ArrayList<>();
        for (Candidate candidate : candidates) {
            boolean overlaps = kept.stream().anyMatch(k -> k.areas.stream().anyMatch(candidate.areas::contains));
            if (!overlaps && kept.size() < options.clusters()) {
                kept.add(candidate);
            }
        }
        return kept;
    }

    private void consider(int centre, double radius, List<Candidate> candidates) {
        var inside = new TreeSet<Integer>();
        double cases = 0;
        double expected = 0;
        double people = 0;
        for (int area = 0; area < areas.size(); area++) {
            if (distance(centre, area) <= radius * (1 + 1e-9)) {
                inside.add(area);
                cases += areas.cases()[area];
                expected += areas.expected()[area] * allCases / allExpected;
                people += areas.population()[area];
            }
        }
        if (isWanted(cases, expected) && people <= options.maxShare() * allPeople) {
            double ratio = term(cases, expected) + term(allCases - cases, allCases - expected);
            candidates.add(new Candidate(ratio, radius, centre, inside));
        }
    }

    private boolean isWanted(double cases, double expected) {
        if (cases > expected * (1 + 1e-12)) {
            return options.risk() != ScanOptions.Risk.LOW && cases >= options.minCases();
        }
        return cases < expected * (1 - 1e-12) && options.risk() != ScanOptions.Risk.HIGH;
    }

    private static double term(double cases, double expected) {
        return cases > 0 ? cases * Math.log(cases / expected) : 0;
    }

    private double distance(int a, int b) {
        double dx = areas.x()[a] - areas.x()[b];
        double dy = areas.y()[a] - areas.y()[b];
        return Math.sqrt(dx * dx + dy * dy);
    }
}
