package se.lykta.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The code by which a reporter follows a report: ten characters of Crockford's base 32, 50 random bits, as K7QF3-M2X9A.
 *
 * <p>Made to be read over the telephone: no I, L, O, U; case and hyphens do not matter, and a typed I, L or O is taken for
 * the digit it looks like. Only its SHA-256 is stored, so that the tables do not open anybody's receipt.
 *
 * @param text ten characters and a hyphen in the middle
 */
record ReceiptCode(String text) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 10;
    private static final Pattern CANONICAL = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");

    static ReceiptCode random(SecureRandom random) {
        var code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return of(code.toString());
    }

    /** The code somebody typed, if it can be one. */
    static Optional<ReceiptCode> parse(String typed) {
        String code = typed.replace("-", "")
                .replace(" ", "")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return CANONICAL.matcher(code).matches() ? Optional.of(of(code)) : Optional.empty();
    }

    private static ReceiptCode of(String tenCharacters) {
        return new ReceiptCode(tenCharacters.substring(0, LENGTH / 2) + "-" + tenCharacters.substring(LENGTH / 2));
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java cannot compute SHA-256", e);
        }
    }
}
