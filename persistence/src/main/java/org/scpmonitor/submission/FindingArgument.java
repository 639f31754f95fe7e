package org.scpmonitor.submission;

/**
 * One argument of a finding's texts.
 *
 * @param meaning what it is, for whoever writes a finding or translates its texts
 * @param kind how it is told
 */
public record FindingArgument(String meaning, Kind kind) {

    /** What stands for a number where there is no bound; with a minus before it, for none below. */
    static final String UNBOUNDED = "∞";

    /** How an argument is told. */
    public enum Kind {
        /** As it stands. */
        TEXT,
        /** As it stands; may be empty, and then another sentence does without it. */
        OPTIONAL,
        /** A column of the long table by its English name, such as {@code indicator}; told in the reader's language. */
        COLUMN,
        /** A unit's UCUM code, told as people write it: {@code Mt{CO2e}} as “Mt CO2e”. */
        UNIT,
        /** A plain decimal such as {@code 1234.5}, told with the reader's decimal separator and no grouping. */
        NUMBER
    }

    static FindingArgument text(String meaning) {
        return new FindingArgument(meaning, Kind.TEXT);
    }

    static FindingArgument optional(String meaning) {
        return new FindingArgument(meaning, Kind.OPTIONAL);
    }

    static FindingArgument column(String meaning) {
        return new FindingArgument(meaning, Kind.COLUMN);
    }

    static FindingArgument unit(String meaning) {
        return new FindingArgument(meaning, Kind.UNIT);
    }

    static FindingArgument number(String meaning) {
        return new FindingArgument(meaning, Kind.NUMBER);
    }
}
