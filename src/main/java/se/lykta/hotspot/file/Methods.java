package se.lykta.hotspot.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;
import se.lykta.http.ApiException;
import se.lykta.http.Fault;
import se.lykta.http.QueryParameters;

/** All methods that can be run on a file. Holds no state. */
public final class Methods {

    private static final List<Method> ALL = List.of(
            new AuditMethod(),
            new DbscanMethod(),
            new StDbscanMethod(),
            new HdbscanMethod(),
            new GiMethod(),
            new ConcentrationMethod(),
            new EmergingMethod(),
            new KdeMethod(),
            new SurfaceMethod(),
            new PaiMethod(),
            new KnoxMethod(),
            new ScanMethod(),
            new SpaceTimeScanMethod());

    private Methods() {}

    /** All of them. */
    public static List<Method> list() {
        return ALL;
    }

    /**
     * A method by its name.
     *
     * @throws ApiException {@code unknown-method}
     */
    public static Method get(String name) {
        return ALL.stream()
                .filter(method -> method.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ApiException.invalid(
                        "unknown-method",
                        List.of(new Fault(
                                "method",
                                "'%s' is not one of %s"
                                        .formatted(
                                                name,
                                                ALL.stream().map(Method::name).collect(Collectors.joining(", ")))))));
    }

    /** All parameters by name with the methods that read them. */
    public static Map<String, List<Method>> byParameter() {
        Map<String, List<Method>> readers = new LinkedHashMap<>();
        for (Method method : ALL) {
            for (Parameter parameter : method.parameters()) {
                readers.computeIfAbsent(parameter.name(), name -> new ArrayList<>())
                        .add(method);
            }
        }
        return readers;
    }

    /**
     * Runs a method.
     *
     * @param given parameters by name
     * @throws ApiException if a parameter is unknown to it or wrong, all faults at once
     */
    public static Table run(Method method, Input input, Map<String, String> given, DoubleConsumer progress) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        given.forEach((name, value) -> values.put(name, List.of(value)));
        String[] allowed = method.parameters().stream().map(Parameter::name).toArray(String[]::new);
        return method.run(input, QueryParameters.of(values, allowed), progress);
    }
}
