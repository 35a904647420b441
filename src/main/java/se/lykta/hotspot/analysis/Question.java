package se.lykta.hotspot.analysis;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.lykta.hotspot.file.Method;
import se.lykta.hotspot.file.Methods;
import se.lykta.hotspot.file.Parameter;
import se.lykta.http.ApiException;
import se.lykta.http.Fault;
import se.lykta.http.JsonAnswer;
import se.lykta.http.QueryParameters;
import se.lykta.index.Filter;
import se.lykta.index.Filters;

/**
 * A method with its parameters and the reports it is to be run on. Immutable.
 *
 * @param method which
 * @param parameters those of the method that were given, by name
 * @param filter which reports
 * @param filterAsGiven the same in the words of the asker, by name of the parameter
 */
public record Question(
        Method method, Map<String, String> parameters, Filter filter, Map<String, String> filterAsGiven) {

    /** The name of the parameter that chooses the method. */
    public static final String METHOD = "method";

    /** The audit of the data has rules of its own, and the Poisson scan is of areas with cases and people, not of reports. */
    private static final Set<String> NOT_OF_REPORTS = Set.of("audit", "scan");

    /** Copies the maps. */
    public Question {
        parameters = Map.copyOf(parameters);
        filterAsGiven = Map.copyOf(filterAsGiven);
    }

    /** The methods that can be asked for. */
    public static List<Method> methods() {
        return Methods.list().stream()
                .filter(method -> !NOT_OF_REPORTS.contains(method.name()))
                .toList();
    }

    /**
     * The question of a request or a command.
     *
     * @param given parameters by name, {@value #METHOD} and those of the filter among them
     * @param beside the names of parameters that mean something to others
     * @throws ApiException {@code method-missing}, {@code unknown-method}, {@code invalid-parameter} with all faults of the
     *     filter and all unknown names; what a parameter of the method may be, the method itself decides when it is run
     */
    public static Question parse(Map<String, List<String>> given, Filters filters, String... beside) {
        Method method = method(given);
        List<String> own = method.parameters().stream().map(Parameter::name).toList();
        String[] allowed = Stream.of(Stream.of(METHOD), own.stream(), Filter.PARAMETERS.stream(), Stream.of(beside))
                .flatMap(names -> names)
                .toArray(String[]::new);
        QueryParameters query = QueryParameters.of(given, allowed);
        Filter filter = filters.parse(query);
        Map<String, String> parameters = values(query, own);
        query.check();
        return new Question(method, parameters, filter.countingOnly(), values(query, Filter.PARAMETERS));
    }

    private static Method method(Map<String, List<String>> given) {
        List<String> named = given.getOrDefault(METHOD, List.of());
        String known = methods().stream().map(Method::name).collect(Collectors.joining(", "));
        if (named.size() != 1) {
            throw ApiException.invalid("method-missing", List.of(new Fault(METHOD, "expected one of " + known)));
        }
        return methods().stream()
                .filter(method -> method.name().equals(named.get(0)))
                .findFirst()
                .orElseThrow(() -> ApiException.invalid(
                        "unknown-method",
                        List.of(new Fault(METHOD, "'%s' is not one of %s".formatted(named.get(0), known)))));
    }

    private static Map<String, String> values(QueryParameters query, List<String> names) {
        Map<String, String> values = new LinkedHashMap<>();
        names.forEach(name -> query.find(name).ifPresent(value -> values.put(name, value)));
        return values;
    }

    /** Names the question: equal for equal ones, letters, digits and a hyphen. */
    String id(String state) {
        String given = new TreeMap<>(parameters)
                .entrySet().stream()
                        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        String text = String.join("\n", method.name(), given, filter.key(), state);
        return method.name() + "-" + JsonAnswer.tag(text.getBytes(StandardCharsets.UTF_8));
    }
}
