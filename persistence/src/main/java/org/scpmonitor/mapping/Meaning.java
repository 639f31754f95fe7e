package org.scpmonitor.mapping;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What stands in a column of a sender's table. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
    @Type(name = "institution", value = Meaning.Institution.class),
    @Type(name = "indicator", value = Meaning.Indicator.class),
    @Type(name = "disaggregation", value = Meaning.Disaggregation.class),
    @Type(name = "period", value = Meaning.Period.class),
    @Type(name = "year", value = Meaning.Year.class),
    @Type(name = "month", value = Meaning.Month.class),
    @Type(name = "value", value = Meaning.Value.class),
    @Type(name = "unit", value = Meaning.Unit.class),
    @Type(name = "status", value = Meaning.Status.class),
    @Type(name = "comment", value = Meaning.Comment.class),
    @Type(name = "leftOut", value = Meaning.LeftOut.class)
})
public sealed interface Meaning {

    record Institution(CodeList codes) implements Meaning {}

    record Indicator(CodeList codes) implements Meaning {}

    /** @param dimension whose codes they are; empty where the column holds {@code DIMENSION=CODE} pairs */
    record Disaggregation(String dimension, CodeList codes) implements Meaning {}

    record Period(PeriodFormat format) implements Meaning {}

    /** A year beside a {@link Month} of it; without one, the year is the period. */
    record Year() implements Meaning {}

    /** A month of the {@link Year} beside it, as a number or a name. */
    record Month() implements Meaning {}

    /**
     * A value. What isn't said here comes from the row's other columns, or from {@link Mapping.Constants}: a wide table
     * has many value columns, a long one has one.
     *
     * @param indicator our code; empty where it stands elsewhere
     * @param disaggregation {@code DIMENSION=CODE} pairs joined by {@code ;}; empty where they stand elsewhere
     * @param period in its canonical spelling; empty where it stands elsewhere
     * @param unit as people write it; empty where it stands elsewhere
     * @param duration whether the cells hold {@code [h]:mm:ss}; the value is then in seconds, unit {@code s}
     */
    record Value(String indicator, String disaggregation, String period, String unit, boolean duration)
            implements Meaning {}

    record Unit(CodeList codes) implements Meaning {}

    record Status(CodeList codes) implements Meaning {}

    record Comment() implements Meaning {}

    /** Nothing for us, on purpose. */
    record LeftOut() implements Meaning {}
}
