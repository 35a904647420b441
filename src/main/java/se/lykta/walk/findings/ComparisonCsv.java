package se.lykta.walk.findings;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import se.lykta.hotspot.words.Name;
import se.lykta.walk.ChecklistItem;

/**
 * The comparison as a table: a line for every stop, item and light that has grades, then one for every comment.
 *
 * <p>Comments are what strangers wrote: one that a spreadsheet would take for a formula gets an apostrophe in front.
 */
final class ComparisonCsv {

    private static final List<String> COLUMNS = List.of(
            "hotspot",
            "name",
            "item",
            "light",
            "walks",
            "n",
            "mean",
            "grade_1",
            "grade_2",
            "grade_3",
            "grade_4",
            "comment",
            "answered_at",
            "walk");
    private static final String COMMENT = "comment";

    private final boolean english;

    ComparisonCsv(boolean english) {
        this.english = english;
    }

    String write(List<StopComparison> comparisons) {
        var text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(COLUMNS);
            for (StopComparison comparison : comparisons) {
                writeGrades(csv, comparison);
                writeComments(csv, comparison);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a table in memory cannot be written", e);
        }
        return text.toString();
    }

    private void writeGrades(CsvWriter csv, StopComparison comparison) {
        for (ChecklistItem item : ChecklistItem.values()) {
            for (Map.Entry<String, StopComparison.Pass> pass : passes(comparison)) {
                Optional<StopComparison.Tally> tally = pass.getValue().of(item);
                if (tally.isPresent()) {
                    List<String> line = start(comparison, in(item.title()), pass.getKey());
                    line.add(Integer.toString(pass.getValue().walks()));
                    line.add(Integer.toString(tally.get().n()));
                    line.add(
                            Double.toString(ComparisonAnswer.rounded(tally.get().mean())));
                    tally.get().counts().forEach(count -> line.add(count.toString()));
                    csv.writeRecord(filled(line));
                }
            }
        }
    }

    private void writeComments(CsvWriter csv, StopComparison comparison) {
        for (Finding finding : comparison.findings()) {
            if (finding.comment().isPresent()) {
                List<String> line =
                        start(comparison, COMMENT, finding.light().name().toLowerCase(Locale.ROOT));
                line.addAll(Collections.nCopies(COLUMNS.indexOf(COMMENT) - line.size(), ""));
                line.add(harmless(finding.comment().get()));
                line.add(finding.answeredAt().toString());
                line.add(finding.stop().walk());
                csv.writeRecord(line);
            }
        }
    }

    private List<String> start(StopComparison comparison, String item, String light) {
        return new ArrayList<>(List.of(
                comparison.stop().hotspot(), harmless(in(comparison.stop().name())), item, light));
    }

    private static List<String> filled(List<String> line) {
        line.addAll(Collections.nCopies(COLUMNS.size() - line.size(), ""));
        return line;
    }

    private static List<Map.Entry<String, StopComparison.Pass>> passes(StopComparison comparison) {
        return List.of(Map.entry("light", comparison.light()), Map.entry("dark", comparison.dark()));
    }

    private String in(Name name) {
        return english ? name.en() : name.sv();
    }

    private static String harmless(String text) {
        return text.isEmpty() || "=+-@\t\r".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }
}
