package org.scpmonitor.batch.intake;

import java.util.Optional;

/** What a row says of its value, or of why it has none. */
public enum Status {
    FINAL("", true),
    PROVISIONAL("P", true),
    ESTIMATED("E", true),
    /** The value begins a new series. */
    BREAK("B", true),
    NOT_AVAILABLE("M", false),
    NOT_APPLICABLE("N", false),
    CONFIDENTIAL("C", false);

    private final String code;
    private final boolean hasValue;

    Status(String code, boolean hasValue) {
        this.code = code;
        this.hasValue = hasValue;
    }

    /** The code as files write it; empty for a final value. */
    public String code() {
        return code;
    }

    /** Whether a value belongs beside it. */
    public boolean hasValue() {
        return hasValue;
    }

    /** The status of this code, in either case; empty for a code that isn't one. */
    public static Optional<Status> of(String code) {
        for (Status status : values()) {
            if (status.code.equalsIgnoreCase(code)) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }
}
