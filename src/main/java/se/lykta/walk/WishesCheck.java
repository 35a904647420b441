package se.lykta.walk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import se.lykta.http.JsonBody;
import se.lykta.walk.plan.WalkPlanner;
import se.lykta.walk.plan.WalkRequest;

/** Finds what wishes about single hotspots contradict: each other, or the limits of the walk. */
final class WishesCheck {

    private final WalkRequest.Wishes wishes;
    private final WalkRequest.Limits limits;
    private final JsonBody body;

    /** A check that notes faults in a body. */
    WishesCheck(WalkRequest.Wishes wishes, WalkRequest.Limits limits, JsonBody body) {
        this.wishes = wishes;
        this.limits = limits;
        this.body = body;
    }

    void check() {
        List<String> ordered = wishes.order().stream().flatMap(List::stream).toList();
        checkRepeated("pinned", wishes.pinned());
        checkRepeated("banned", wishes.banned());
        checkRepeated("order", ordered);
        checkBanned("pinned", wishes.pinned());
        checkBanned("order", ordered);
        checkCount();
        checkOrder();
    }

    private void checkRepeated(String member, List<String> ids) {
        Set<String> seen = new HashSet<>();
        Set<String> repeated = new TreeSet<>();
        ids.stream().filter(id -> !seen.add(id)).forEach(repeated::add);
        if (!repeated.isEmpty()) {
            body.fault(member, "named more than once: " + told(repeated));
        }
    }

    private void checkBanned(String member, List<String> ids) {
        Set<String> both = new TreeSet<>(ids);
        both.retainAll(wishes.banned());
        if (!both.isEmpty()) {
            body.fault(member, "wanted and banned at once: " + told(both));
        }
    }

    private void checkCount() {
        int wanted = wishes.wanted().size();
        int most = limits.groups() * limits.maxStops();
        String member = wishes.pinned().isEmpty() ? "order" : "pinned";
        if (wanted > WalkPlanner.MOST_CANDIDATES) {
            body.fault(
                    member,
                    "%d stops are wanted by name, at most %d are allowed"
                            .formatted(wanted, WalkPlanner.MOST_CANDIDATES));
        } else if (wanted > most) {
            body.fault(
                    member,
                    ("%d stops are wanted by name, but %s with at most %d stops each visit %d: "
                                    + "want fewer, or allow more by maxStops (1..%d) or groups (1..%d)")
                            .formatted(
                                    wanted,
                                    limits.groups() == 1 ? "1 group" : limits.groups() + " groups",
                                    limits.maxStops(),
                                    most,
                                    WalkRequestReader.MOST_STOPS,
                                    WalkRequestReader.MOST_GROUPS));
        }
    }

    private void checkOrder() {
        if (wishes.order().size() > limits.groups()) {
            body.fault(
                    "order",
                    "%d lists for %d groups, at most one for each"
                            .formatted(wishes.order().size(), limits.groups()));
        }
        for (int group = 1; group <= wishes.order().size(); group++) {
            int stops = wishes.order(group).size();
            if (stops > limits.maxStops()) {
                body.fault(
                        "order",
                        "group %d has %d stops in order, at most %d (maxStops) are allowed"
                                .formatted(group, stops, limits.maxStops()));
            }
        }
    }

    private static String told(Set<String> ids) {
        List<String> first = new ArrayList<>(ids).subList(0, Math.min(5, ids.size()));
        return String.join(", ", first) + (ids.size() > first.size() ? " and more" : "");
    }
}
