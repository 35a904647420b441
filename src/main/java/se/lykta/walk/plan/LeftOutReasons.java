package se.lykta.walk.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import se.lykta.hotspot.words.Name;

/** Says of every candidate that nobody visits why. */
final class LeftOutReasons {

    private final WalkOptions options;

    LeftOutReasons(WalkOptions options) {
        this.options = options;
    }

    /** Everything that is not on the routes, in the order of the candidates. */
    List<LeftOut> list(WalkSelection selection, List<GroupRoute> routes) {
        Set<String> banned = Set.copyOf(options.request().wishes().banned());
        Set<String> considered =
                selection.considered().stream().map(Candidate::id).collect(Collectors.toSet());
        List<LeftOut> leftOut = new ArrayList<>();
        for (Candidate candidate : selection.all()) {
            if (banned.contains(candidate.id())) {
                leftOut.add(
                        new LeftOut(candidate.id(), candidate.name(), "×", new Name("valdes bort", "was deselected")));
            } else if (!considered.contains(candidate.id())) {
                leftOut.add(of(
                        candidate,
                        "> " + WalkPlanner.MOST_CANDIDATES,
                        "bara de %s bästa platserna övervägs",
                        "only the %s best places are considered",
                        WalkPlanner.MOST_CANDIDATES));
            } else if (routes.stream().noneMatch(route -> route.contains(options.node(candidate.id())))) {
                leftOut.add(reason(options.node(candidate.id()), routes));
            }
        }
        return leftOut;
    }

    private LeftOut reason(int node, List<GroupRoute> routes) {
        return options.isOffNetwork(node) || !options.isReachable(node) ? unreachable(node) : tooMuch(node, routes);
    }

    /** Why a place has no way to it. */
    LeftOut unreachable(int node) {
        Candidate candidate = options.candidate(node);
        if (options.isOffNetwork(node)) {
            double off = options.offMetres(node);
            String distance = off > 9999 ? "> 10 km" : "%d m".formatted(Math.round(off));
            return of(candidate, distance, "%s från närmaste gångväg", "%s from any path", distance);
        }
        boolean stepFree = options.request().stepFree();
        Name explanation = stepFree
                ? new Name("går inte att nå utan trappor", "cannot be reached without steps")
                : new Name("går inte att nå till fots från starten", "cannot be reached on foot from the start");
        return new LeftOut(candidate.id(), candidate.name(), stepFree ? "∞ (step-free)" : "∞", explanation);
    }

    /** What the cheapest detour would cost, and which limit stands against it. */
    private LeftOut tooMuch(int node, List<GroupRoute> routes) {
        Candidate candidate = options.candidate(node);
        GroupRoute.Detour detour = routes.stream()
                .map(route -> route.cheapest(node))
                .min(Comparator.comparingLong(GroupRoute.Detour::seconds))
                .orElseThrow();
        if (detour.isTooSlow()) {
            String longer = "+%d min".formatted(minutes(detour.seconds()));
            return of(candidate, longer, "%s, det ryms inte", "%s, more than there is", longer);
        }
        if (detour.isTooLong()) {
            String longer = "+%d m".formatted(detour.metres());
            return new LeftOut(candidate.id(), candidate.name(), longer, tooLong(longer));
        }
        String most = "max " + options.request().limits().maxStops();
        return of(candidate, most, "fler stopp än tillåtet (%s)", "more stops than allowed (%s)", most);
    }

    /** Names the limit, since it can be raised. */
    private Name tooLong(String longer) {
        double most = options.request().limits().maxKilometres();
        return new Name(
                String.format(Locale.forLanguageTag("sv"), "%s, då blir vägen längre än %.1f km", longer, most),
                String.format(Locale.ROOT, "%s, which makes the way longer than %.1f km", longer, most));
    }

    private static LeftOut of(Candidate candidate, String reason, String sv, String en, Object value) {
        return new LeftOut(
                candidate.id(),
                candidate.name(),
                reason,
                new Name(String.format(Locale.ROOT, sv, value), String.format(Locale.ROOT, en, value)));
    }

    /** Minutes begun. */
    static long minutes(long seconds) {
        return Math.max(1, (seconds + 59) / 60);
    }
}
