package org.scpmonitor.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchTest {

    @TempDir
    private Path below;

    @Test
    void removesWhatProcessesLeftThatAreGoneAndNothingElse() throws IOException {
        Path own = new Scratch(below.toString()).file("upload");
        Path gone = Files.createDirectories(below.resolve("process-999999999-1"));
        Files.writeString(gone.resolve("upload-1.bytes"), "half of a file");
        Path reused = Files.createDirectories(
                below.resolve("process-" + ProcessHandle.current().pid() + "-1"));
        Path other = Files.createDirectories(below.resolve("something else"));

        new Scratch(below.toString());

        assertThat(gone).doesNotExist();
        assertThat(reused).doesNotExist();
        assertThat(own).exists();
        assertThat(other).exists();
    }
}
