package se.lykta.hotspot.file;

import java.util.Arrays;
import java.util.List;
import se.lykta.http.ApiException;
import se.lykta.http.Fault;

/** The local date of each point as a day number, for methods that can't do without. */
final class PointDays {

    private static final long SECONDS_PER_DAY = 86_400;

    private PointDays() {}

    /**
     * Days since 1970-01-01.
     *
     * @throws ApiException {@code time-missing} if the file or any point has no time
     */
    static int[] of(Points points) {
        long[] seconds = points.seconds();
        long missing = Arrays.stream(seconds)
                .filter(second -> second == Points.NO_TIME)
                .count();
        if (missing > 0) {
            throw ApiException.invalid(
                    "time-missing",
                    List.of(new Fault("time", "%d of %d points have no time".formatted(missing, points.size()))));
        }
        return Arrays.stream(seconds)
                .mapToInt(second -> Math.toIntExact(Math.floorDiv(second, SECONDS_PER_DAY)))
                .toArray();
    }
}
