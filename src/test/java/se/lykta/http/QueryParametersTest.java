package se.lykta.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QueryParametersTest {

    @Test
    void allFaultsAreToldAtOnce() {
        var parameters = QueryParameters.of(
                Map.of(
                        "colour",
                        List.of("red"),
                        "eps",
                        List.of("fifty"),
                        "limit",
                        List.of("0"),
                        "from",
                        List.of("2025-13-01")),
                "eps",
                "limit",
                "from");
        parameters.number("eps", 50, 5, 1000);
        parameters.integer("limit", 10, 1, 100);
        parameters.find("from", LocalDate::parse, "a date");

        ApiException failure = catchThrowableOfType(ApiException.class, parameters::check);

        assertThat(failure.code()).isEqualTo("invalid-parameter");
        assertThat(failure.faults())
                .extracting(Fault::field)
                .containsExactlyInAnyOrder("colour", "eps", "limit", "from");
        assertThat(failure.faults())
                .extracting(Fault::message)
                .anyMatch(message -> message.contains("eps, from, limit"));
    }

    @Test
    void aRepeatedParameterIsAFault() {
        var parameters = QueryParameters.of(Map.of("limit", List.of("1", "2")), "limit");

        assertThat(catchThrowableOfType(ApiException.class, parameters::check).faults())
                .hasSize(1);
    }

    @Test
    void absentAndEmptyParametersTakeTheDefault() {
        var parameters = QueryParameters.of(Map.of("limit", List.of("")), "limit", "eps");

        assertThat(parameters.integer("limit", 7, 1, 10)).isEqualTo(7);
        assertThat(parameters.number("eps", 2.5, 1, 3)).isEqualTo(2.5);
        parameters.check();
    }

    @Test
    void notANumberAndInfinityAreOutOfRange() {
        for (String text : List.of("NaN", "Infinity", "-Infinity", "1e400")) {
            var parameters = QueryParameters.of(Map.of("eps", List.of(text)), "eps");
            parameters.number("eps", 50, 5, 1000);

            assertThat(catchThrowableOfType(ApiException.class, parameters::check))
                    .as(text)
                    .isNotNull();
        }
    }

    @Test
    void aListNamesEachWrongMember() {
        var parameters = QueryParameters.of(Map.of("cause", List.of("A11,X,A12,,Y")), "cause");

        List<String> found =
                parameters.list("cause", text -> Optional.of(text).filter(it -> it.startsWith("A")), "a cause");

        assertThat(found).containsExactly("A11", "A12");
        assertThat(catchThrowableOfType(ApiException.class, parameters::check).faults())
                .hasSize(3);
    }

    @Test
    void aLongWrongValueIsCut() {
        var parameters = QueryParameters.of(Map.of("eps", List.of("x".repeat(5000))), "eps");
        parameters.number("eps", 50, 5, 1000);

        ApiException failure = catchThrowableOfType(ApiException.class, parameters::check);

        assertThat(failure.getMessage()).hasSizeLessThan(150);
    }
}
