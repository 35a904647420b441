package se.lykta.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The operating system user who runs the server: ourselves, or {@code postgres} if we are root.
 *
 * <p>PostgreSQL refuses to run as root, and user namespaces are not to be had in containers; so as root the programs are
 * started through {@code setpriv} and the files they need are given to that user.
 */
final class ServerUser {

    private static final String POSTGRES = "postgres";

    private final Optional<UserPrincipal> owner;
    private final String name;

    private ServerUser(Optional<UserPrincipal> owner, String name) {
        this.owner = owner;
        this.name = name;
    }

    /**
     * Decides by who we are.
     *
     * @throws DatabaseException {@code postgres-user-missing} if we are root and there is no such user
     */
    static ServerUser current() {
        String own = System.getProperty("user.name");
        return own.equals("root") ? postgres() : new ServerUser(Optional.empty(), own);
    }

    private static ServerUser postgres() {
        try {
            UserPrincipal owner =
                    Path.of("/").getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(POSTGRES);
            return new ServerUser(Optional.of(owner), POSTGRES);
        } catch (UserPrincipalNotFoundException e) {
            throw new DatabaseException(
                    "postgres-user-missing",
                    "PostgreSQL does not run as root and there is no user postgres: start as another user",
                    e);
        } catch (IOException e) {
            throw new DatabaseException("postgres-user-missing", "the users of this machine can't be read", e);
        }
    }

    /** The user's name. */
    String name() {
        return name;
    }

    /** The command as this user. */
    List<String> command(List<String> command) {
        List<String> whole = new ArrayList<>();
        if (owner.isPresent()) {
            whole.addAll(List.of("setpriv", "--reuid=" + name, "--regid=" + name, "--init-groups", "--"));
        }
        whole.addAll(command);
        return whole;
    }

    /** Gives a file or directory to this user, for him alone. */
    void own(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        if (owner.isPresent()) {
            Files.setOwner(path, owner.get());
        }
    }

    /** A directory of ours that this user must be able to pass. */
    void letPass(Path directory) throws IOException {
        if (owner.isPresent()) {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
