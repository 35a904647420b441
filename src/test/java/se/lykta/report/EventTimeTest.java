package se.lykta.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times of Sweden: summer time began on 30 March and ended on 26 October 2025. */
class EventTimeTest {

    @ParameterizedTest
    @CsvSource({
        "2025-10-03T21:30+02:00, 2025-10-03T19:30:00Z, MINUTE",
        "2025-10-03T21:30, 2025-10-03T19:30:00Z, MINUTE",
        "2025-10-03 21:30:15, 2025-10-03T19:30:15Z, MINUTE",
        "2025-10-03T19:30Z, 2025-10-03T19:30:00Z, MINUTE",
        "2025-10-03T21:30:00.250-05:00, 2025-10-04T02:30:00.250Z, MINUTE",
        "2025-10-26T02:30, 2025-10-26T00:30:00Z, MINUTE", // the first of the two
        "2025-03-30T02:30, 2025-03-30T01:30:00Z, MINUTE", // moved on to 03:30
        "2025-07-01, 2025-06-30T22:00:00Z, DAY",
        "2025-12-01, 2025-11-30T23:00:00Z, DAY",
        "2025-12, 2025-11-30T23:00:00Z, MONTH",
        "2024-02-29, 2024-02-28T23:00:00Z, DAY"
    })
    void isoTimesAreReadInTheZone(String text, String start, String precision) {
        EventTime time = EventTime.parse(text, Drafts.ZONE);

        assertThat(time.start()).isEqualTo(start);
        assertThat(time.precision().name()).isEqualTo(precision);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2025",
                "2025-1-1",
                "2025-02-29",
                "2025-10-03T25:00",
                "03/10/2025",
                "2025-10-03T21",
                "nonsense nonsense"
            })
    void anythingElseIsNone(String text) {
        assertThatThrownBy(() -> EventTime.parse(text, Drafts.ZONE)).isInstanceOf(DateTimeException.class);
    }

    @Test
    void theCodeIsThatOfTheDatabase() {
        assertThat(EventTime.Precision.MINUTE.code()).isEqualTo("minute");
    }
}
