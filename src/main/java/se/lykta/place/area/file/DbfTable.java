package se.lykta.place.area.file;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the fields of a shapefile ({@code .dbf}, dBASE III) as texts. Holds no state.
 *
 * <p>Without a known character set a text is UTF-8 if it can be, else Windows-1252, as files from Swedish offices are.
 */
final class DbfTable {

    private static final int FIELD_BYTES = 32;
    private static final int END_OF_FIELDS = 0x0d;
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /**
     * The rows in the order of the file, without empty fields.
     *
     * @throws IllegalArgumentException saying what is wrong
     */
    List<Map<String, String>> read(byte[] table, Optional<Charset> charset) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(table).order(ByteOrder.LITTLE_ENDIAN);
            int rows = bytes.getInt(4);
            int headerBytes = Short.toUnsignedInt(bytes.getShort(8));
            int rowBytes = Short.toUnsignedInt(bytes.getShort(10));
            List<Field> fields = fields(table, charset);
            List<Map<String, String>> result = new ArrayList<>();
            for (int row = 0; row < rows; row++) {
                result.add(row(table, headerBytes + row * rowBytes + 1, fields, charset));
            }
            return result;
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("truncated or not a table", e);
        }
    }

    private static List<Field> fields(byte[] table, Optional<Charset> charset) {
        List<Field> fields = new ArrayList<>();
        for (int at = FIELD_BYTES; table[at] != END_OF_FIELDS; at += FIELD_BYTES) {
            String name = text(table, at, 11, charset);
            fields.add(new Field(name, Byte.toUnsignedInt(table[at + 16])));
        }
        return fields;
    }

    private static Map<String, String> row(byte[] table, int start, List<Field> fields, Optional<Charset> charset) {
        Map<String, String> row = new LinkedHashMap<>();
        int at = start;
        for (Field field : fields) {
            if (at + field.bytes() > table.length) {
                throw new IndexOutOfBoundsException("a row ends beyond the file");
            }
            String value = text(table, at, field.bytes(), charset);
            if (!value.matches("[*]*")) { // asterisks fill a number that is null
                row.put(field.name(), value);
            }
            at += field.bytes();
        }
        return row;
    }

    private static String text(byte[] table, int start, int length, Optional<Charset> charset) {
        String text = charset.map(known -> new String(table, start, length, known))
                .orElseGet(() -> guessed(table, start, length));
        int end = text.indexOf('\0');
        return (end < 0 ? text : text.substring(0, end)).strip();
    }

    private static String guessed(byte[] table, int start, int length) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(table, start, length))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(table, start, length, WINDOWS);
        }
    }

    private record Field(String name, int bytes) {}
}
