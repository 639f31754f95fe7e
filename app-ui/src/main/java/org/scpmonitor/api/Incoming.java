package org.scpmonitor.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.scpmonitor.submission.Scratch;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Uploaded files on their way into the database. */
@Component
class Incoming {

    private final Scratch scratch;

    Incoming(Scratch scratch) {
        this.scratch = scratch;
    }

    /** Does something with a file's bytes, which lie on disk already: they are moved there and not read. */
    <T> T with(MultipartFile file, Function<Path, T> use) throws IOException {
        Path bytes = scratch.file("received");
        try {
            file.transferTo(bytes.toFile());
            return use.apply(bytes);
        } finally {
            Files.deleteIfExists(bytes);
        }
    }

    /** The file's name as its sender calls it. */
    static String name(MultipartFile file) {
        return file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
    }
}
