package se.lykta.walk.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import se.lykta.http.ApiException;
import se.lykta.http.Fault;
import se.lykta.taxonomy.Light;

/**
 * Which of the candidates are considered for a walk: those wanted by name, then the best ones.
 *
 * <p>Exists because time grows with the square of the places, and only so many can be visited.
 *
 * @param all every candidate, the best first
 * @param considered those that the solver sees, in the same order
 */
record WalkSelection(List<Candidate> all, List<Candidate> considered) {

    /** Copies the lists. */
    WalkSelection {
        all = List.copyOf(all);
        considered = List.copyOf(considered);
    }

    /**
     * Selects.
     *
     * @throws ApiException {@code no-hotspots} or {@code unknown-hotspot}
     */
    static WalkSelection of(WalkRequest request, List<Candidate> candidates) {
        if (candidates.isEmpty()) {
            throw fault("no-hotspots", "there is no hotspot to visit; widen the filter or the dates", List.of());
        }
        checkKnown(request, candidates);
        Set<String> banned = Set.copyOf(request.wishes().banned());
        Set<String> wanted = request.wishes().wanted();
        int places = WalkPlanner.MOST_CANDIDATES - wanted.size();
        List<Candidate> considered = new ArrayList<>();
        for (Candidate candidate : candidates) {
            if (wanted.contains(candidate.id())) {
                considered.add(candidate);
            } else if (places > 0 && !banned.contains(candidate.id())) {
                considered.add(candidate);
                places--;
            }
        }
        if (considered.isEmpty()) {
            throw fault("no-hotspots", "all %d hotspots were banned".formatted(candidates.size()), List.of());
        }
        return new WalkSelection(candidates, considered);
    }

    private static void checkKnown(WalkRequest request, List<Candidate> candidates) {
        Set<String> known = new HashSet<>();
        candidates.forEach(candidate -> known.add(candidate.id()));
        List<Fault> faults = new ArrayList<>();
        for (String id : new TreeSet<>(request.wishes().wanted())) {
            if (!known.contains(id)) {
                String member = request.wishes().pinned().contains(id) ? "pinned" : "order";
                faults.add(new Fault(
                        member, "'%s' is none of the %d hotspots of this filter".formatted(id, known.size())));
            }
        }
        if (!faults.isEmpty()) {
            throw fault("unknown-hotspot", "stops are wanted that are no hotspots; see errors", faults);
        }
    }

    /** Light or dark, whichever most reports are about. */
    Light need() {
        double dark = 0;
        for (Candidate candidate : considered) {
            dark += candidate.score() * (candidate.darkShare() - 0.5);
        }
        return dark > 0 ? Light.DARK : Light.LIGHT;
    }

    private static ApiException fault(String code, String detail, List<Fault> faults) {
        return new ApiException(ApiException.Kind.UNPROCESSABLE, code, detail, faults);
    }
}
