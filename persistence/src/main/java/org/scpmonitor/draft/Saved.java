package org.scpmonitor.draft;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of a change to a draft. */
public sealed interface Saved {

    /** It is on disk. */
    record Done(long draft, int version, Instant at) implements Saved {}

    /** Somebody changed the draft meanwhile, perhaps the same person in another window. Nothing was kept. */
    record Conflict(Draft theirs) implements Saved {}

    /**
     * The draft has been sent or discarded meanwhile. Nothing was kept.
     *
     * @param submission what it was sent as; null where it was discarded
     */
    record Gone(@Nullable Long submission) implements Saved {}
}
