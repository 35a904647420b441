package se.lykta.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import se.lykta.db.TestDatabase;
import se.lykta.geo.LonLat;
import se.lykta.place.search.SearchBenchAccess;

/**
 * The search over so many names and as many addresses, generated: Swedish words put together as names of streets are.
 *
 * <p>Questions are what a person sends while typing a name letter by letter, with typing errors, and with a number; each
 * is asked with the tables in memory, and its times are taken by themselves: on the wall, and of CPU here and in the one
 * process of the database that answers. The figure is the median of all on the wall.
 */
final class SearchBench implements Benchmark {

    private static final String[] FIRST = {
        "Stor",
        "Kyrko",
        "Skol",
        "Järnvägs",
        "Östra ",
        "Västra ",
        "Norra ",
        "Södra ",
        "Björk",
        "Gran",
        "Tall",
        "Ek",
        "Alm",
        "Äng",
        "Åker",
        "Sjö",
        "Ström",
        "Berg",
        "Sten",
        "Sand",
        "Hav",
        "Sol",
        "Måne",
        "Stjärn",
        "Vind",
        "Snö",
        "Ros",
        "Lilje"
    };
    private static final String[] MIDDLE = {
        "", "s", "backe", "hem", "lund", "hag", "vik", "näs", "holm", "torp", "dal", "ås", "mark", "skog", "bro",
        "källe", "kvarn", "smedje", "prost", "kloster", "borg", "tegel", "glas", "garn", "humle", "korn", "råg", "vete",
        "lin", "hamp"
    };
    private static final String[] LAST = {
        "gatan", "vägen", "gränd", "stigen", "torget", "parken", "skolan", "hallen", "allén", "backen", "leden",
        "stråket"
    };
    private static final String[] KINDS = {"street", "street", "street", "street", "school", "park", "stop", "square"};
    private static final int BATCH = 5_000;

    @Override
    public String summary() {
        return "search over names and addresses, as one types";
    }

    @Override
    public Map<String, String> options() {
        return Map.of("names", "200000", "questions", "400", "seed", "1");
    }

    @Override
    public void run(BenchOptions options, Output output) throws Exception {
        try (TestDatabase database = TestDatabase.create()) {
            Jdbi jdbi = database.database().jdbi();
            int names = options.number("names");
            List<String> made = fill(jdbi, names, options.seed());
            output.step("%d names and as many addresses are written", names);
            jdbi.useTransaction(SearchBenchAccess::rebuild);
            output.step("the tables of the search are made");
            try (Handle handle = jdbi.open()) {
                measure(handle.getConnection(), made, options, output);
            }
        }
    }

    private static void measure(Connection connection, List<String> names, BenchOptions options, Output output)
            throws Exception {
        var asking = new Asking(connection, names, new SplittableRandom(options.seed() + 1));
        var table = new Table("a question, ms", "kind", "median", "p95", "most", "CPU median", "CPU p95");
        int each = Math.max(1, options.number("questions") / Kind.values().length);
        List<Double> all = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            double[] wall = new double[each];
            double[] cpu = new double[each];
            for (int i = 0; i < each; i++) {
                Stopwatch.Cost cost = asking.cost(kind);
                wall[i] = cost.wallMicros() / 1e3;
                cpu[i] = cost.cpuMicros() / 1e3;
                all.add(wall[i]);
            }
            table.row(row(kind, Sample.of(wall), Sample.of(cpu)));
            output.step("%d questions of kind %s", each, kind);
        }
        output.table(table);
        Sample sample = Sample.of(all.stream().mapToDouble(Double::doubleValue).toArray());
        output.figure("search-p95-ms", sample.quantile(0.95));
        output.figure("search-ms", sample.median());
    }

    private static Object[] row(Kind kind, Sample wall, Sample cpu) {
        return new Object[] {
            kind.name().toLowerCase(Locale.ROOT),
            wall.median(),
            wall.quantile(0.95),
            wall.quantile(1),
            cpu.median(),
            cpu.quantile(0.95)
        };
    }

    /** Questions on one connection, whose backend's CPU time counts. */
    private static final class Asking {

        private final SearchBenchAccess search;
        private final List<String> names;
        private final SplittableRandom random;
        private final CpuClock here = CpuClock.thread();
        private final CpuClock there;

        Asking(Connection connection, List<String> names, SplittableRandom random) throws SQLException {
            this.search = new SearchBenchAccess(Jdbi.create(connection));
            this.names = names;
            this.random = random;
            this.there = CpuClock.ofMainThread(BenchDatabase.backend(connection));
        }

        /** Of a question that was asked once before. */
        Stopwatch.Cost cost(Kind kind) {
            String typed = kind.typed(names.get(random.nextInt(names.size())), random);
            LonLat near = near(random);
            search.find(typed, near);
            long cpuStart = here.nanos() + there.nanos();
            long start = System.nanoTime();
            search.find(typed, near);
            double wallMicros = (System.nanoTime() - start) / 1e3;
            return new Stopwatch.Cost((here.nanos() + there.nanos() - cpuStart) / 1e3, wallMicros);
        }
    }

    /** What a person has typed so far. */
    private enum Kind {
        TWO_LETTERS,
        FOUR_LETTERS,
        SEVEN_LETTERS,
        WHOLE_NAME,
        END_OF_A_WORD,
        TYPING_ERROR,
        ADDRESS;

        String typed(String name, SplittableRandom random) {
            return switch (this) {
                case TWO_LETTERS -> begin(name, 2);
                case FOUR_LETTERS -> begin(name, 4);
                case SEVEN_LETTERS -> begin(name, 7);
                case WHOLE_NAME -> name;
                case END_OF_A_WORD -> name.substring(name.length() / 2);
                case TYPING_ERROR -> without(name, 1 + random.nextInt(name.length() - 2));
                case ADDRESS -> name + " " + (1 + random.nextInt(40));
            };
        }

        private static String begin(String name, int letters) {
            return name.substring(0, Math.min(letters, name.length()));
        }

        private static String without(String name, int letter) {
            return name.substring(0, letter) + name.substring(letter + 1);
        }
    }

    private static List<String> fill(Jdbi jdbi, int count, long seed) {
        var random = new SplittableRandom(seed);
        List<String> names = new ArrayList<>();
        jdbi.useTransaction(handle -> {
            for (int from = 0; from < count; from += BATCH) {
                batch(handle, Math.min(BATCH, count - from), random, names);
            }
        });
        return names;
    }

    private static void batch(Handle handle, int count, SplittableRandom random, List<String> names) {
        PreparedBatch places = handle.prepareBatch("INSERT INTO place_name (name, kind, public, geom)"
                + " VALUES (:name, :kind, false, ST_SetSRID(ST_MakePoint(:lon, :lat), 4326))");
        PreparedBatch addresses = handle.prepareBatch("INSERT INTO address (street, number, geom)"
                + " VALUES (:name, :number, ST_SetSRID(ST_MakePoint(:lon, :lat), 4326))");
        for (int i = 0; i < count; i++) {
            String name = name(random);
            LonLat at = near(random);
            names.add(name);
            places.bind("name", name)
                    .bind("kind", KINDS[random.nextInt(KINDS.length)])
                    .bind("lon", at.lonDeg())
                    .bind("lat", at.latDeg())
                    .add();
            addresses
                    .bind("name", name)
                    .bind("number", String.valueOf(1 + random.nextInt(60)))
                    .bind("lon", at.lonDeg() + 0.0005)
                    .bind("lat", at.latDeg())
                    .add();
        }
        places.execute();
        addresses.execute();
    }

    private static String name(SplittableRandom random) {
        String start = FIRST[random.nextInt(FIRST.length)];
        String middle = MIDDLE[random.nextInt(MIDDLE.length)] + MIDDLE[random.nextInt(MIDDLE.length)];
        String name = start + middle + LAST[random.nextInt(LAST.length)];
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private static LonLat near(SplittableRandom random) {
        return new LonLat(13 + 4 * random.nextDouble(), 56 + 3 * random.nextDouble());
    }
}
