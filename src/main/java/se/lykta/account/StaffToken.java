package se.lykta.account;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret by which staff sign in until there are personal accounts.
 *
 * @param value at least {@link #LEAST_LENGTH} characters
 */
public record StaffToken(String value) {

    /** Shorter tokens can be guessed. */
    public static final int LEAST_LENGTH = 24;

    /** Refuses tokens that are too short. */
    public StaffToken {
        if (value.strip().length() < LEAST_LENGTH) {
            throw new IllegalArgumentException("a staff token has at least %d characters, this one has %d"
                    .formatted(LEAST_LENGTH, value.length()));
        }
    }

    /** A key that proves knowledge of the token without telling it: HMAC-SHA-256 (RFC 2104), hexadecimal. */
    String sessionKey() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(value.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal("lykta session".getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    @Override
    public String toString() {
        return "(secret)";
    }
}
