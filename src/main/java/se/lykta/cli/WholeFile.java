package se.lykta.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Files that appear when they are whole: written beside the target, then renamed. */
final class WholeFile {

    private WholeFile() {}

    /** Has a file written beside the target, and puts it there when it is whole. */
    static void write(String target, Content content) throws IOException {
        Path file = Path.of(target).toAbsolutePath();
        if (Files.isDirectory(file)) { // an empty one would be replaced
            throw new FileSystemException(target, null, "is a directory");
        }
        Path parent = file.getParent();
        if (parent != null && !Files.isDirectory(parent)) {
            throw new NoSuchFileException(parent.toString());
        }
        Path part = Files.createTempFile(parent, "." + file.getFileName(), ".part");
        try {
            content.write(part);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Writes a file. */
    interface Content {

        void write(Path part) throws IOException;
    }
}
