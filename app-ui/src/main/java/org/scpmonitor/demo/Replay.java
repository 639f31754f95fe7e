package org.scpmonitor.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What happened in the demonstration, in the order of its dated times, all of them illustrative.
 *
 * @param explanation what the senders answer to every question about their values
 * @param events oldest first
 */
record Replay(String explanation, List<Event> events) {

    /** What an event is. */
    enum Kind {
        /** The catalogue becomes what was decided by then. */
        catalogue,
        /** The register holds what was known of the cooperation by then. */
        register,
        /** A file is sent, submitted and approved. */
        submission
    }

    /**
     * @param at when the catalogue or the register changes, or when the submission is approved
     * @param file name of a resource beside this one; {@code .gz} is unpacked before it is sent
     * @param mapping name of the mapping that the file is read with; null for the long table
     */
    record Event(
            Instant at,
            Kind kind,
            @Nullable String file,
            @Nullable String institution,
            @Nullable String sentBy,
            @Nullable Instant receivedAt,
            @Nullable String approvedBy,
            @Nullable String numberFormat,
            @Nullable String mapping,
            String comment) {

        String fileName() {
            String name = Objects.requireNonNull(file);
            return name.substring(name.lastIndexOf('/') + 1).replaceFirst("\\.gz$", "");
        }

        InputStream open() {
            String name = Objects.requireNonNull(file);
            try {
                InputStream bytes = resource(name);
                return name.endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
            } catch (IOException e) {
                throw new UncheckedIOException("The demonstration's file " + name + " can't be read", e);
            }
        }
    }

    static Replay read() {
        try (InputStream json = resource("replay.json")) {
            return JsonMapper.builder()
                    .disable(tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build()
                    .readValue(json, Replay.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static InputStream resource(String name) {
        return Objects.requireNonNull(Replay.class.getResourceAsStream("/demo/" + name), name);
    }
}
