package se.lykta.place.osm.file;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Cleans what people typed into a file or an order: no controls, no marks that turn the text around, NFC. */
public final class OsmText {

    private static final int LONGEST = 255;
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0]+");
    /** Controls and format characters; the joiners that some scripts need stay. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Cn}&&[^\\u200c\\u200d]]");

    private OsmText() {}

    /** Any text of the file, as it can be shown and compared. */
    public static String clean(String text) {
        String spaced = SPACE.matcher(text).replaceAll(" ");
        String printable = UNPRINTABLE.matcher(spaced).replaceAll("").strip();
        String normal = Normalizer.normalize(printable, Normalizer.Form.NFC);
        int end = normal.offsetByCodePoints(0, Math.min(LONGEST, normal.codePointCount(0, normal.length())));
        return normal.substring(0, end);
    }
}
