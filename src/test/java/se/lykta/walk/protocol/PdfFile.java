package se.lykta.walk.protocol;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfObject;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A PDF as a reader sees it: its words, its structure, and what its filled boxes look like. */
final class PdfFile {

    private static final Pattern BOX = Pattern.compile("(\\S+) (\\S+) (\\S+) (\\S+) re");
    private static final int PIXELS_PER_POINT = 4;
    private static final int WIDTH = 595 * PIXELS_PER_POINT;
    private static final int HEIGHT = 842 * PIXELS_PER_POINT;

    private final PdfReader reader;

    PdfFile(byte[] bytes) {
        try {
            reader = new PdfReader(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int pages() {
        return reader.getNumberOfPages();
    }

    /** The words of a page with single spaces between them. */
    String text(int page) {
        try {
            return new PdfTextExtractor(reader).getTextFromPage(page).replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text() {
        return IntStream.rangeClosed(1, pages()).mapToObj(this::text).collect(Collectors.joining(" "));
    }

    PdfDictionary catalog() {
        return reader.getCatalog();
    }

    String info(String name) {
        return reader.getInfo().getOrDefault(name, "");
    }

    /** All objects of the file that are dictionaries, streams among them. */
    List<PdfDictionary> dictionaries() {
        List<PdfDictionary> found = new ArrayList<>();
        for (int i = 0; i < reader.getXrefSize(); i++) {
            PdfObject object = reader.getPdfObject(i);
            if (object instanceof PdfDictionary dictionary) {
                found.add(dictionary);
            }
        }
        return found;
    }

    /** The kinds of parts of the structure, with repetitions. */
    List<String> structure() {
        return dictionaries().stream()
                .filter(one -> new PdfName("StructElem").equals(one.get(PdfName.TYPE)))
                .map(one -> one.get(PdfName.S).toString())
                .toList();
    }

    /** What is drawn on a page, as operators. */
    String content(int page) {
        try {
            return new String(reader.getPageContent(page), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a phone reads from the QR code of a page: the filled boxes of the figure that has most of them, as pixels. */
    String code(int page) throws ReaderException {
        var source = new RGBLuminanceSource(WIDTH, HEIGHT, pixels(page));
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)))
                .getText();
    }

    private int[] pixels(int page) {
        String figure = Arrays.stream(content(page).split("EMC", -1))
                .filter(part -> part.contains("/Figure"))
                .max((a, b) -> Long.compare(boxes(a), boxes(b)))
                .orElseThrow();
        int[] pixels = new int[WIDTH * HEIGHT];
        Arrays.fill(pixels, 0xffffff);
        List<MatchResult> boxes = BOX.matcher(figure).results().toList();
        // the first is the bright ground
        boxes.subList(1, boxes.size()).forEach(box -> fill(pixels, box));
        return pixels;
    }

    private static long boxes(String part) {
        return BOX.matcher(part).results().count();
    }

    private static void fill(int[] pixels, MatchResult box) {
        int left = pixel(box.group(1));
        int bottom = pixel(box.group(2));
        int right = (int)
                Math.round((Double.parseDouble(box.group(1)) + Double.parseDouble(box.group(3))) * PIXELS_PER_POINT);
        int top = (int)
                Math.round((Double.parseDouble(box.group(2)) + Double.parseDouble(box.group(4))) * PIXELS_PER_POINT);
        for (int y = bottom; y < top; y++) {
            Arrays.fill(pixels, (HEIGHT - 1 - y) * WIDTH + left, (HEIGHT - 1 - y) * WIDTH + right, 0);
        }
    }

    private static int pixel(String points) {
        return (int) Math.round(Double.parseDouble(points) * PIXELS_PER_POINT);
    }
}
