package se.lykta.walk.paper;

import com.lowagie.text.pdf.BaseFont;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.librepdf.openpdf.fonts.Liberation;

/**
 * Liberation Sans in two weights, embedded into what is printed, so that neither the server nor the reader has to have it.
 *
 * <p>Read anew for each document, as the library's fonts are not made for many threads. Used by one thread.
 */
final class Typeface {

    private static final char UNKNOWN = '?';

    private final BaseFont regular = read("LiberationSans-Regular.ttf");
    private final BaseFont bold = read("LiberationSans-Bold.ttf");

    private static BaseFont read(String file) {
        try (InputStream in = Liberation.class.getResourceAsStream("/liberation/" + file)) {
            if (in == null) {
                throw new IllegalStateException("the font " + file + " is missing on the class path");
            }
            return BaseFont.createFont(file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, in.readAllBytes(), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    BaseFont of(TextStyle style) {
        return style.bold() ? bold : regular;
    }

    /** Width of a line in points. */
    float width(TextStyle style, String text) {
        return of(style).getWidthPoint(printable(style, text), style.size());
    }

    /** The text with question marks for what the font does not have, which else would vanish. */
    String printable(TextStyle style, String text) {
        var printable = new StringBuilder(text.length());
        text.codePoints()
                .map(character -> Character.isWhitespace(character) ? ' ' : character)
                .map(character -> of(style).charExists(character) ? character : UNKNOWN)
                .forEach(printable::appendCodePoint);
        return printable.toString();
    }

    /** The text in lines no wider than so many points; a longer word is broken. At least one line. */
    List<String> wrap(TextStyle style, String text, float width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.strip().split("\\s+", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (width(style, longer) <= width) {
                line = longer;
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line);
            }
            line = word;
            while (width(style, line) > width) {
                int fitting = fitting(style, line, width);
                lines.add(line.substring(0, fitting));
                line = line.substring(fitting);
            }
        }
        lines.add(line);
        return lines;
    }

    /** How much of a word fits: at least one character, never half of one. */
    private int fitting(TextStyle style, String word, float width) {
        int end = word.offsetByCodePoints(0, 1);
        while (end < word.length()) {
            int next = word.offsetByCodePoints(end, 1);
            if (width(style, word.substring(0, next)) > width) {
                break;
            }
            end = next;
        }
        return end;
    }
}
