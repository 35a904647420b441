package se.lykta.hotspot.density;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A table of the reference data by columns. It fails if the data is not beside the working directory. */
final class ReferenceColumns {

    private static final Path EXPECTED = Path.of("..", "shared", "data", "hotspots", "expected");

    private final Map<String, String[]> columns = new HashMap<>();

    private ReferenceColumns(List<String> lines) {
        String[] header = lines.get(0).split(",", -1);
        for (int column = 0; column < header.length; column++) {
            int at = column;
            columns.put(
                    header[column],
                    lines.stream().skip(1).map(line -> line.split(",", -1)[at]).toArray(String[]::new));
        }
    }

    static ReferenceColumns read(String file) {
        Path path = EXPECTED.resolve(file);
        assertThat(path).as("reference data beside the working directory").exists();
        try {
            return new ReferenceColumns(Files.readAllLines(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Results for points, whose ids stand in the same order. */
    static ReferenceColumns read(String file, ReferencePoints points) {
        ReferenceColumns read = read(file);
        assertThat(read.texts("id")).isEqualTo(points.ids());
        return read;
    }

    String[] texts(String column) {
        return Optional.ofNullable(columns.get(column)).orElseThrow();
    }

    double[] numbers(String column) {
        return Arrays.stream(texts(column)).mapToDouble(Double::parseDouble).toArray();
    }

    int[] integers(String column) {
        return Arrays.stream(texts(column)).mapToInt(Integer::parseInt).toArray();
    }

    int integer(String column, int row) {
        return Integer.parseInt(texts(column)[row]);
    }
}
