package se.lykta.place.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Streets and numbers in what people type. */
class SearchTextTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Östra Förstadsgatan 12       | Östra Förstadsgatan | 12 | ''",
                "östra förstads 12 b          | östra förstads      | 12 | b",
                "östra förstads 12B           | östra förstads      | 12 | b",
                "Storgatan 12, Malmö          | Storgatan           | 12 | ''",
                "12 Storgatan                 | Storgatan           | 12 | ''",
                "Riksväg 23 4                 | Riksväg             | 23 | ''",
                "7 juni-gatan 3               | 7 juni-gatan        | 3  | ''",
                "Storgatan 12, 212 22 Malmö   | Storgatan           | 12 | ''",
                "Storgatan 12 B 21222 Malmö   | Storgatan           | 12 | b"
            })
    void streetAndNumberAreToldApart(String typed, String street, int number, String letter) {
        SearchText text = SearchText.of(typed);

        assertThat(text.name()).isEqualTo(street);
        assertThat(text.number()).contains(new HouseNumber(number, number, letter));
    }

    @ParameterizedTest
    @CsvSource({"Storgatan", "12", "''", "21122", "Storgatan 123456"})
    void withoutAStreetOrANumberThereIsNoAddress(String typed) {
        assertThat(SearchText.of(typed).number()).isEmpty();
        assertThat(SearchText.of(typed).whole()).isEqualTo(typed);
        assertThat(SearchText.of(typed).name()).isEqualTo(typed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Sveavägen, 111 34 Stockholm", "Sveavägen 11134", "Sveavägen 111 34", "Sveavägen, Stockholm"})
    void postCodeAndTownAreNoPartOfTheName(String typed) {
        assertThat(SearchText.of(typed)).isEqualTo(new SearchText(typed, "Sveavägen", Optional.empty()));
    }

    @Test
    void severalNumbersOfOneHouseAreReadTogether() {
        SearchText text = SearchText.of("Grev Turegatan 3-5, Stockholm");

        assertThat(text.name()).isEqualTo("Grev Turegatan");
        assertThat(text.number()).contains(new HouseNumber(3, 5, ""));
    }

    @ParameterizedTest(name = "{0} means {1}: {2}")
    @CsvSource({
        "12, 12, true",
        "12, 12 B, true",
        "12 b, 12B, true",
        "12 a, 12 B, false",
        "12 a, 12, false",
        "14, 12-16, true",
        "13, 12-16, false",
        "18, 12-16, false",
        "2, 12, false",
        "12-16, 14, true",
        "12-16, 16-18, true",
        "12-16, 13, false",
        "3, '1,3', true"
    })
    void oneNumberMeansSeveralHouses(String asked, String house, boolean meant) {
        assertThat(number(asked).means(number(house))).isEqualTo(meant);
    }

    @Test
    void nearestNumberIsOnTheSameSideIfItCanBe() {
        // 11 is one number away from 12 but across the street; 14 is two away on the same side: 3 against 4
        assertThat(number("12").distanceTo(number("11"))).isEqualTo(3);
        assertThat(number("12").distanceTo(number("14"))).isEqualTo(4);
        assertThat(number("12").distanceTo(number("15"))).isEqualTo(7);
        assertThat(number("12").distanceTo(number("12 C"))).isZero();
    }

    @Test
    void numberBeginsLongerOnes() {
        assertThat(number("1").begins(number("12"))).isTrue();
        assertThat(number("1 b").begins(number("12"))).isFalse();
        assertThat(number("2").begins(number("12"))).isFalse();
        assertThat(number("1-3").begins(number("12"))).isFalse();
    }

    @Test
    void namesOfHousesAreNoNumbers() {
        assertThat(HouseNumber.parse("Villa Solhem")).isEmpty();
        assertThat(HouseNumber.parse("")).isEmpty();
    }

    private static HouseNumber number(String text) {
        return HouseNumber.parse(text).orElseThrow();
    }
}
