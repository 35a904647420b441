package se.lykta.place.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.lykta.db.TestDatabase;
import se.lykta.geo.LonLat;

/**
 * Looking near first gives the same answers as ranking everything, which is done here in Java by the words of
 * {@link SearchStore}: over names thrown on a dense town, its surroundings, and a country of 300 km.
 */
class NearFirstTest {

    private static final double NOT_FOUND = 1e9;
    private static final LonLat TOWN = new LonLat(15, 58);
    private static final String[] FIRST = {"Sto", "Sko", "Sjö", "Ek", "Eke", "Å", "Östra ", "Norra ", "Sankt "};
    private static final String[] LAST = {"gatan", "vägen", "skolan", "parken", "s torg", "", " kyrka", "backen"};
    private static final String[] KINDS = {"street", "street", "school", "stop", "park", "business", "square"};

    private static TestDatabase database;
    private static List<Row> rows;

    private record Row(long id, String name, String folded, String words, double rank, LonLat position) {}

    private record Scored(Row row, double score, double metres) {

        static final Comparator<Scored> ORDER = Comparator.comparingDouble(Scored::score)
                .thenComparingDouble(Scored::metres)
                .thenComparing(scored -> scored.row().name())
                .thenComparing(scored -> scored.row().id());
    }

    @BeforeAll
    static void fill() {
        database = TestDatabase.create();
        var random = new Random(71);
        jdbi().useTransaction(handle -> {
            var batch = handle.prepareBatch("INSERT INTO place_name (name, kind, public, geom)"
                    + " VALUES (?, ?, false, ST_SetSRID(ST_MakePoint(?, ?), 4326))");
            for (int i = 0; i < 1500; i++) {
                LonLat at = somewhere(random);
                batch.add(name(random), KINDS[random.nextInt(KINDS.length)], at.lonDeg(), at.latDeg());
            }
            batch.execute();
            SearchIndexStore.rebuild(handle);
        });
        rows = jdbi().withHandle(handle -> handle.createQuery(
                        "SELECT id, name, folded, words, rank, lon, lat FROM search_name")
                .map((row, context) -> new Row(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getDouble(5),
                        new LonLat(row.getDouble(6), row.getDouble(7))))
                .list());
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @ParameterizedTest
    @CsvSource({
        "BEGINNING, s",
        "BEGINNING, st",
        "BEGINNING, sto",
        "BEGINNING, Storgatan",
        "BEGINNING, ek",
        "BEGINNING, Å",
        "BEGINNING, östra s",
        "BEGINNING, sk norra",
        "BEGINNING, skola",
        "BEGINNING, torg",
        "BEGINNING, xyz",
        "INSIDE, gatan",
        "INSIDE, orget",
        "INSIDE, plats norra",
        "INSIDE, skolan",
        "INSIDE, xyzz"
    })
    void answersAreThoseOfRankingEverything(WordMatch match, String text) {
        var store = new SearchStore(jdbi());
        var random = new Random(72);
        Typed typed = store.fold(SearchText.of(text)).whole();

        for (int i = 0; i < 25; i++) {
            LonLat near = somewhere(random);
            var query = new SearchQuery(text, near, 4 + random.nextInt(16), 1 + random.nextInt(16));

            assertThat(store.listByWords(query, typed, match))
                    .as("%s", query)
                    .extracting(ranked -> ranked.found().id())
                    .containsExactlyElementsOf(ranked(query, typed, match));
        }
    }

    @Test
    void denseTownIsThere() {
        long inTown =
                rows.stream().filter(row -> metres(row.position(), TOWN) < 1000).count();

        assertThat(inTown).isGreaterThan(150);
    }

    private static List<Long> ranked(SearchQuery query, Typed typed, WordMatch match) {
        return rows.stream()
                .map(row -> scored(
                        row, query, typed, match == WordMatch.BEGINNING ? begun(row, typed) : inside(row, typed)))
                .filter(scored -> scored.score() < NOT_FOUND)
                .sorted(Scored.ORDER)
                .limit(query.limit())
                .map(scored -> scored.row().id())
                .toList();
    }

    private static Scored scored(Row row, SearchQuery query, Typed typed, double match) {
        boolean asTyped =
                row.name().toLowerCase(Locale.ROOT).contains(typed.text().toLowerCase(Locale.ROOT));
        double metres = metres(row.position(), query.near());
        double doublings = Math.max(0, Math.log(metres / query.viewMetres()) / Math.log(2));
        return new Scored(row, match + row.rank() + (asTyped ? 0 : 0.3) + 0.5 * doublings, metres);
    }

    private static double begun(Row row, Typed typed) {
        if (row.folded().equals(typed.folded())) {
            return 0;
        }
        if (row.folded().startsWith(typed.folded())) {
            return 1;
        }
        if (begins(row.folded(), typed)) {
            return 2;
        }
        return begins(row.words().strip(), typed) ? 3 : NOT_FOUND;
    }

    private static double inside(Row row, Typed typed) {
        if (typed.words().stream().allMatch(row.folded()::contains)) {
            return 2.5;
        }
        return typed.words().stream().allMatch(row.words()::contains) ? 3.5 : NOT_FOUND;
    }

    /** Whether every word typed is the beginning of one of these. */
    private static boolean begins(String words, Typed typed) {
        return typed.words().stream()
                .allMatch(
                        beginning -> Arrays.stream(words.split(" ", -1)).anyMatch(word -> word.startsWith(beginning)));
    }

    private static double metres(LonLat a, LonLat b) {
        double east = (a.lonDeg() - b.lonDeg()) * Math.cos(Math.toRadians(b.latDeg()));
        return 111_320 * Math.hypot(a.latDeg() - b.latDeg(), east);
    }

    private static LonLat somewhere(Random random) {
        double degrees = new double[] {0.005, 0.05, 1.5}[random.nextInt(3)];
        return new LonLat(
                TOWN.lonDeg() + 2 * degrees * random.nextGaussian() / 2,
                TOWN.latDeg() + degrees * random.nextGaussian() / 2);
    }

    private static String name(Random random) {
        return FIRST[random.nextInt(FIRST.length)]
                + (char) ('a' + random.nextInt(26))
                + (random.nextBoolean() ? "r" : "")
                + LAST[random.nextInt(LAST.length)];
    }

    private static Jdbi jdbi() {
        return database.database().jdbi();
    }
}
