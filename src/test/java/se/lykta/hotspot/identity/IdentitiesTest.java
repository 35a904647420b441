package se.lykta.hotspot.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class IdentitiesTest {

    @Test
    void halfOfTheSmallerSetInCommonIsTheSameHotspot() {
        Identities.Naming naming = known(Map.of("hall", reports(1, 20))).naming();

        assertThat(naming.find(reports(11, 40))).contains("hall");
        assertThat(known(Map.of("hall", reports(1, 20))).naming().find(reports(12, 40)))
                .isEmpty();
        assertThat(known(Map.of("hall", reports(1, 20))).naming().find(reports(18, 23)))
                .contains("hall");
    }

    @Test
    void noIdIsGivenTwiceAndTheBestRankedGetsIt() {
        Identities.Naming naming = known(Map.of("hall", reports(1, 20))).naming();

        assertThat(naming.find(reports(1, 10))).contains("hall");
        assertThat(naming.find(reports(11, 20))).isEmpty();
        assertThat(naming.taken()).contains("hall");
    }

    @Test
    void ofSeveralTheOneWithMostInCommonIsIt() {
        Map<String, Members> known = new LinkedHashMap<>();
        known.put("few", reports(1, 4));
        known.put("most", reports(5, 12));

        assertThat(known(known).naming().find(reports(1, 12))).contains("most");
    }

    private static Identities known(Map<String, Members> known) {
        return new Identities(known);
    }

    private static Members reports(long first, long last) {
        return Members.of(LongStream.rangeClosed(first, last).toArray());
    }
}
