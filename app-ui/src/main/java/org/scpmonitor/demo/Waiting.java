package org.scpmonitor.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What waits for a decision or for its sender in the demonstration, all of it illustrative.
 *
 * @param secondApprover account that gives second approvals, in the replayed history too
 */
record Waiting(String secondApprover, List<Entry> waiting) {

    /**
     * @param daysAgo when it was sent, before the demonstration is loaded
     * @param file name of a resource beside this one
     * @param firstApprovedBy account that has given the first approval; null where nobody has
     * @param returned how it came back to its sender; null where it waits for a decision
     * @param explanation what the sender answers to queries
     */
    record Entry(
            int daysAgo,
            String file,
            String institution,
            String sentBy,
            @Nullable String firstApprovedBy,
            @Nullable Returned returned,
            String explanation,
            String comment) {

        String fileName() {
            return file.substring(file.lastIndexOf('/') + 1);
        }
    }

    /** @param daysAgo when, before the demonstration is loaded */
    record Returned(int daysAgo, String by, String comment) {}

    static Waiting read() {
        try (InputStream json = Replay.resource("waiting.json")) {
            return JsonMapper.builder()
                    .disable(tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build()
                    .readValue(json, Waiting.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
