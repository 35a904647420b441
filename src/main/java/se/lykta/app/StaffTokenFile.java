package se.lykta.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import se.lykta.account.StaffToken;

/** A staff token that is made at the first start and kept in a file that only the service's user can read. */
final class StaffTokenFile {

    private static final int BYTES = 24;

    private final Path file;

    StaffTokenFile(Path dataDirectory) {
        this.file = dataDirectory.resolve("staff-token");
    }

    /** Where it is, to be told to whoever started the service. */
    Path path() {
        return file;
    }

    /** The token, made if there is none. */
    StaffToken readOrMake(SecureRandom random) {
        try {
            Files.createDirectories(file.getParent());
            if (!Files.exists(file)) {
                byte[] bytes = new byte[BYTES];
                random.nextBytes(bytes);
                var onlyOwner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
                Path made = Files.createTempFile(file.getParent(), "staff-token", "", onlyOwner);
                Files.writeString(made, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + "\n");
                Files.move(made, file);
            }
            return new StaffToken(Files.readString(file, StandardCharsets.UTF_8).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("the staff token in " + file + " cannot be read or made", e);
        }
    }
}
