package org.scpmonitor.entry;

import java.math.BigDecimal;
import java.util.List;

/** What may stand in a field. */
public sealed interface Shape {
    /** How long a single line may be, in characters. */
    int LINE = 200;

    /** How long a text of several sentences may be, in characters. */
    int PROSE = 8_000;

    /** A text in one language. */
    record Line(int most) implements Shape {}

    /** A text in Spanish, English and German; one of them is enough. */
    record Words(int most) implements Shape {}

    /** One of an enum's constants. */
    record Choice(Class<? extends Enum<?>> of) implements Shape {}

    record Date() implements Shape {}

    record Whole(long least, long most) implements Shape {}

    record Decimal(BigDecimal least, BigDecimal most) implements Shape {}

    record YesOrNo() implements Shape {}

    /** The code of another entry. */
    record Entry(Kind of) implements Shape {}

    /** A code of the catalogue. */
    record Code(CatalogueList of) implements Shape {}

    /** Any number of the same, each once. */
    record Many(Shape of) implements Shape {}

    /** Any number of rows. */
    record Rows(Class<? extends Record> row, List<Field> fields) implements Shape {}
}
