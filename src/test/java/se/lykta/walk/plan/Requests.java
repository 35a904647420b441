package se.lykta.walk.plan;

import java.time.LocalDate;
import java.util.List;
import se.lykta.geo.LonLat;

/** Requests for tests: the usual one, with one thing changed at a time. */
final class Requests {

    static final LocalDate DAY = LocalDate.of(2026, 10, 14);

    private Requests() {}

    /** 90 minutes, 5 at each of at most 8 stops, 4 km/h, 2.5 km, one group. */
    static WalkRequest usual(LonLat start) {
        return WalkRequest.from(start, DAY);
    }

    static WalkRequest minutes(WalkRequest request, int minutes) {
        return paced(
                request,
                new WalkRequest.Pace(
                        minutes, request.minutesPerStop(), request.pace().speedKmh()));
    }

    static WalkRequest paced(WalkRequest request, WalkRequest.Pace pace) {
        return new WalkRequest(
                request.start(),
                request.end(),
                pace,
                request.limits(),
                request.when(),
                request.stepFree(),
                request.preferLit(),
                request.wishes(),
                request.filter());
    }

    static WalkRequest limited(WalkRequest request, WalkRequest.Limits limits) {
        return new WalkRequest(
                request.start(),
                request.end(),
                request.pace(),
                limits,
                request.when(),
                request.stepFree(),
                request.preferLit(),
                request.wishes(),
                request.filter());
    }

    static WalkRequest groups(WalkRequest request, int groups) {
        var limits = request.limits();
        return limited(request, new WalkRequest.Limits(groups, limits.maxStops(), limits.maxKilometres()));
    }

    static WalkRequest to(WalkRequest request, LonLat end) {
        return new WalkRequest(
                request.start(),
                end,
                request.pace(),
                request.limits(),
                request.when(),
                request.stepFree(),
                request.preferLit(),
                request.wishes(),
                request.filter());
    }

    static WalkRequest when(WalkRequest request, WalkRequest.When when) {
        return new WalkRequest(
                request.start(),
                request.end(),
                request.pace(),
                request.limits(),
                when,
                request.stepFree(),
                request.preferLit(),
                request.wishes(),
                request.filter());
    }

    static WalkRequest stepFree(WalkRequest request) {
        return new WalkRequest(
                request.start(),
                request.end(),
                request.pace(),
                request.limits(),
                request.when(),
                true,
                request.preferLit(),
                request.wishes(),
                request.filter());
    }

    static WalkRequest wishing(WalkRequest request, WalkRequest.Wishes wishes) {
        return new WalkRequest(
                request.start(),
                request.end(),
                request.pace(),
                request.limits(),
                request.when(),
                request.stepFree(),
                request.preferLit(),
                wishes,
                request.filter());
    }

    static WalkRequest pinning(WalkRequest request, String... ids) {
        return wishing(request, new WalkRequest.Wishes(List.of(ids), List.of(), List.of()));
    }

    static WalkRequest banning(WalkRequest request, String... ids) {
        return wishing(request, new WalkRequest.Wishes(List.of(), List.of(ids), List.of()));
    }

    /** One list of ids for each group. */
    static WalkRequest ordering(WalkRequest request, List<List<String>> ids) {
        return wishing(request, new WalkRequest.Wishes(List.of(), List.of(), ids));
    }
}
