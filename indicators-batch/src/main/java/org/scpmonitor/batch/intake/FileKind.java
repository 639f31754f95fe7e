package org.scpmonitor.batch.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a file is, by its bytes. */
final class FileKind {

    private FileKind() {}

    static Table open(Path file) throws IOException {
        if (Files.size(file) == 0) {
            throw new UnreadableException(org.scpmonitor.submission.FindingCode.EMPTY_FILE);
        }
        return CsvTable.open(file);
    }
}
