package se.lykta.walk.protocol;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * The lines of an iCalendar object (RFC 5545, sections 3.1 and 3.3.11): folded before the 76th octet, never inside a
 * character, and ended by CR and LF.
 *
 * <p>Used by one thread.
 */
final class ContentLines {

    private static final int MOST_OCTETS = 75;
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final StringBuilder lines = new StringBuilder();

    /** A line whose value needs no escaping, such as an address. */
    ContentLines add(String name, String value) {
        fold(name + ":" + value);
        return this;
    }

    /** A line with a text of any characters; controls, which no text may have, become spaces. */
    ContentLines addText(String name, String text) {
        String escaped = text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r\n", "\n")
                .replace("\n", "\\n");
        return add(name, escaped.replaceAll("\\p{Cntrl}", " "));
    }

    /** A line with a moment. */
    ContentLines add(String name, Instant moment) {
        return add(name, UTC.format(moment));
    }

    /** All lines so far, in UTF-8. */
    byte[] bytes() {
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void fold(String line) {
        int octets = 0;
        for (int i = 0; i < line.length(); ) {
            int character = line.codePointAt(i);
            int size = octets(character);
            if (octets + size > MOST_OCTETS) {
                lines.append("\r\n ");
                octets = 1;
            }
            lines.appendCodePoint(character);
            octets += size;
            i += Character.charCount(character);
        }
        lines.append("\r\n");
    }

    /** A lone surrogate is written as a question mark. */
    private static int octets(int character) {
        return new String(Character.toChars(character)).getBytes(StandardCharsets.UTF_8).length;
    }
}
