package se.lykta.walk.paper;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/**
 * An address as a QR code (ISO/IEC 18004) for phones, drawn as boxes; still read when a seventh of it is dirty.
 *
 * <p>Immutable.
 */
public final class QrCode {

    private static final int QUIET_MODULES = 4;

    private final BitMatrix modules;

    private QrCode(BitMatrix modules) {
        this.modules = modules;
    }

    /** The code of a text of ASCII characters. */
    public static QrCode of(String text) {
        try {
            return new QrCode(new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M,
                                    EncodeHintType.MARGIN,
                                    QUIET_MODULES)));
        } catch (WriterException e) {
            throw new IllegalArgumentException("the text is too long for a QR code: " + text.length(), e);
        }
    }

    /** How many modules it has on each side, the bright ones around it included. */
    public int size() {
        return modules.getWidth();
    }

    /** The dark modules as the {@code d} of an SVG path in a box of {@link #size()}. */
    public String svgPath() {
        var path = new StringBuilder();
        for (int row = 0; row < modules.getHeight(); row++) {
            int top = row;
            eachBar(row, (from, to) -> path.append("M%d %dh%dv1h-%dz".formatted(from, top, to - from, to - from)));
        }
        return path.toString();
    }

    /** Draws it into a square, bright around as readers need it. */
    public void draw(Pen pen, Box square) {
        double side = square.width() / modules.getWidth();
        pen.fill(square, Tone.PAPER);
        pen.fill(
                path -> {
                    for (int row = 0; row < modules.getHeight(); row++) {
                        drawRow(path, square, side, row);
                    }
                },
                Tone.INK);
    }

    private void drawRow(Pen.Path path, Box square, double side, int row) {
        double bottom = square.top() - (row + 1) * side;
        eachBar(row, (from, to) -> path.box(new Box(square.x() + from * side, bottom, (to - from) * side, side)));
    }

    private interface Bar {
        void between(int from, int to);
    }

    /** Modules side by side are one bar, so that no hairline shows between them. */
    private void eachBar(int row, Bar bar) {
        for (int from = 0; from < modules.getWidth(); from++) {
            int to = from;
            while (to < modules.getWidth() && modules.get(to, row)) {
                to++;
            }
            if (to > from) {
                bar.between(from, to);
                from = to;
            }
        }
    }
}
