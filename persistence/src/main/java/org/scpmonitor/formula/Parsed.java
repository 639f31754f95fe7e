package org.scpmonitor.formula;

import java.util.List;

/** What came of a formula's text. */
public sealed interface Parsed permits Formula, Parsed.Flawed {

    /**
     * It is no formula.
     *
     * @param flaws at least one, in the order of their places
     */
    record Flawed(List<Flaw> flaws) implements Parsed {}
}
