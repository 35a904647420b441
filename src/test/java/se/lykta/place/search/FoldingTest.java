package se.lykta.place.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.lykta.db.TestDatabase;

/** How names are made comparable. */
class FoldingTest {

    private static TestDatabase database;

    @BeforeAll
    static void open() {
        database = TestDatabase.create();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Järnvägsgatan        | jarnvagsgatan",
                "ÅÄÖ åäö              | aao aao",
                "Café Élan            | cafe elan",
                "Ærøskøbing           | aroskobing",
                "Weiß & Søn           | weiss son",
                "S:t Pauli kyrkogata  | sankt pauli kyrkogata",
                "St. Lars väg         | sankt lars vag",
                "Gamla S:t Lars       | gamla sankt lars",
                "Stortorget           | stortorget",
                "Best Western         | best western",
                "Olof  Palmes-gata/7b | olof palmes gata 7b",
                "Ång­bron – «Norra»   | angbron norra",
                "A_B%C\\D             | a b c d",
                "!?                   | ''",
                "Москва               | москва"
            })
    void lettersAreFolded(String name, String folded) {
        String made = database.database()
                .jdbi()
                .withHandle(handle -> handle.createQuery("SELECT search_fold(:name)")
                        .bind("name", name)
                        .mapTo(String.class)
                        .one());

        assertThat(made).isEqualTo(folded);
    }

    @ParameterizedTest
    @CsvSource({"Å,A\u030A", "é,e\u0301"})
    void composedAndDecomposedLettersAreTheSame(String composed, String decomposed) {
        boolean same = database.database()
                .jdbi()
                .withHandle(handle -> handle.createQuery("SELECT search_fold(:one) = search_fold(:other)")
                        .bind("one", composed)
                        .bind("other", decomposed)
                        .mapTo(Boolean.class)
                        .one());

        assertThat(same).isTrue();
    }
}
