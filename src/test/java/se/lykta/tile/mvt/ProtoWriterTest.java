package se.lykta.tile.mvt;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The wire format as Google's own library writes and reads it. */
class ProtoWriterTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 126, 127, 128, 129, 16_383, 16_384, 16_385, 2_097_151, 2_097_152})
    void aMessageHasItsLengthBeforeItHoweverLongItIs(int length) throws IOException {
        byte[] content = new byte[length];
        java.util.Arrays.fill(content, (byte) 7);
        var writer = new ProtoWriter(1);

        writer.number(1, 5);
        int start = writer.begin(2);
        for (byte number : content) {
            writer.varint(number);
        }
        writer.end(start).number(3, 6);

        var bytes = new ByteArrayOutputStream();
        var google = CodedOutputStream.newInstance(bytes);
        google.writeUInt64(1, 5);
        google.writeByteArray(2, content);
        google.writeUInt64(3, 6);
        google.flush();
        assertThat(writer.toByteArray()).isEqualTo(bytes.toByteArray());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 63, -64, 64, -65, 127, 128, 1L << 31, Long.MAX_VALUE, Long.MIN_VALUE})
    void numbersOfEitherSignComeBack(long number) throws IOException {
        var writer = new ProtoWriter(1).varint(number).varint(ProtoWriter.zigzag(number));

        var reader = CodedInputStream.newInstance(writer.toByteArray());

        assertThat(reader.readUInt64()).isEqualTo(number);
        assertThat(reader.readSInt64()).isEqualTo(number);
        assertThat(reader.isAtEnd()).isTrue();
    }

    @Test
    void messagesInMessagesAreWrittenInPlace() throws IOException {
        var writer = new ProtoWriter(1);
        int outer = writer.begin(1);
        int inner = writer.begin(2);
        writer.text(3, "å".repeat(100)).end(inner).end(outer);

        var reader = CodedInputStream.newInstance(writer.toByteArray());

        reader.readTag();
        assertThat(reader.readRawVarint32()).isEqualTo(206); // 1 + 2 + (1 + 2 + 200)
        reader.readTag();
        assertThat(reader.readRawVarint32()).isEqualTo(203);
        reader.readTag();
        assertThat(reader.readString()).isEqualTo("å".repeat(100));
    }
}
