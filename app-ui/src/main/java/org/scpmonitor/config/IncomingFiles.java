package org.scpmonitor.config;

import jakarta.servlet.MultipartConfigElement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/** Where uploaded files lie until they are in the database: on disk from their first byte, never in memory. */
@Configuration(proxyBeanMethods = false)
class IncomingFiles {

    /** A form's other fields. */
    private static final DataSize BESIDE_THE_FILE = DataSize.ofMegabytes(1);

    private static final Duration FORGOTTEN = Duration.ofDays(1);

    @Bean
    MultipartConfigElement multipartConfig(ScpSettings settings, Clock clock) throws IOException {
        Path directory = Files.createDirectories(settings.home().resolve("incoming"));
        removeOlderThan(clock.instant().minus(FORGOTTEN), directory);
        long file = settings.maxUpload().toBytes();
        return new MultipartConfigElement(directory.toString(), file, file + BESIDE_THE_FILE.toBytes(), 0);
    }

    /** What a killed process left. */
    private static void removeOlderThan(Instant moment, Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(moment)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
