package org.scpmonitor.draft;

import org.scpmonitor.submission.Receipt;

/** What became of a draft that was to be sent. */
public sealed interface Sent {

    /** It is stored as a submission; as an earlier one where it had been sent before, or with the same values. */
    record Stored(Receipt receipt) implements Sent {}

    /** Some values are no numbers, or lack the reason why there is none; or there is nothing in it. */
    record Unfinished(int values) implements Sent {}

    /** Somebody changed it meanwhile. */
    record Conflict(Draft theirs) implements Sent {}

    /** It was discarded meanwhile. */
    record Gone() implements Sent {}
}
