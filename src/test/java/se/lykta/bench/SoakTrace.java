package se.lykta.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/**
 * Where the time went between a write and its sighting, from the flight recorders of the services. Filled and read by one
 * thread.
 *
 * <p>The index tells each of its looks at the database as an event with the version it showed then; the tag of the tile
 * in which a report was seen holds the version that it came with.
 */
final class SoakTrace {

    private static final String FOLLOW = "se.lykta.Follow";
    private static final String PAUSE = "jdk.GCPhasePause";

    private final List<NavigableMap<Long, Look>> looks = new ArrayList<>();
    private final List<List<RecordedEvent>> pauses = new ArrayList<>();

    /** Reads what one service has recorded; in the order of the services. */
    void add(Path recording) throws IOException {
        NavigableMap<Long, Look> byVersion = new TreeMap<>();
        List<RecordedEvent> stood = new ArrayList<>();
        try (var file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                RecordedEvent event = file.readEvent();
                if (event.getEventType().getName().equals(FOLLOW)) {
                    byVersion.putIfAbsent(event.getLong("version"), Look.of(event));
                } else if (event.getEventType().getName().equals(PAUSE)) {
                    stood.add(event);
                }
            }
        }
        looks.add(byVersion);
        pauses.add(stood);
    }

    /** The slowest sightings, each part in milliseconds. */
    Table slowest(List<Sighting> sightings, Instant start, int number) {
        var table = new Table(
                "slowest sightings, ms",
                "all",
                "at second",
                "process",
                "until woken",
                "read",
                "built",
                "until asked",
                "answer",
                "of it GC");
        sightings.stream()
                .sorted(Comparator.comparingDouble(Sighting::millis).reversed())
                .limit(number)
                .forEach(sighting -> row(table, sighting, millis(start, sighting.written()) / 1000));
        return table;
    }

    private void row(Table table, Sighting sighting, double second) {
        double stood = stood(sighting);
        Optional<Look> look = Optional.ofNullable(looks.get(sighting.service()).ceilingEntry(sighting.version()))
                .map(Map.Entry::getValue);
        table.row(
                sighting.millis(),
                second,
                sighting.service() + 1,
                look.map(it -> millis(sighting.written(), it.start())).orElse(Double.NaN),
                look.map(Look::readMillis).orElse(Double.NaN),
                look.map(Look::buildMillis).orElse(Double.NaN),
                look.map(it -> millis(it.end(), sighting.asked())).orElse(Double.NaN),
                millis(sighting.asked(), sighting.seen()),
                stood);
    }

    private double stood(Sighting sighting) {
        double millis = 0;
        for (RecordedEvent pause : pauses.get(sighting.service())) {
            if (pause.getEndTime().isAfter(sighting.written())
                    && pause.getStartTime().isBefore(sighting.seen())) {
                millis += pause.getDuration().toNanos() / 1e6;
            }
        }
        return millis;
    }

    private static double millis(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e6;
    }

    /**
     * A report that was seen in a tile of a process.
     *
     * @param service number of the process from 0
     * @param version the outbox number of the tile
     * @param written when the write was answered
     * @param asked when the tile was asked for
     * @param seen when it was there
     */
    record Sighting(int service, long version, Instant written, Instant asked, Instant seen) {

        double millis() {
            return SoakTrace.millis(written, seen);
        }
    }

    /** A look of an index at the database that found something. */
    private record Look(Instant start, Instant end, double readMillis, double buildMillis) {

        static Look of(RecordedEvent event) {
            return new Look(
                    event.getStartTime(),
                    event.getEndTime(),
                    event.getLong("readNanos") / 1e6,
                    event.getLong("buildNanos") / 1e6);
        }
    }
}
