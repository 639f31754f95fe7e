package org.scpmonitor.assignment;

import java.util.List;
import java.util.Map;

/**
 * How much is due.
 *
 * @param byState lines in each state; a state without lines is absent
 * @param years in which periods with lines start, the latest first
 */
public record DueCounts(Map<DueState, Integer> byState, List<Integer> years) {

    public int in(DueState state) {
        return byState.getOrDefault(state, 0);
    }

    /** Lines that the account itself has to do something about. */
    public int toDo() {
        return in(DueState.RETURNED) + in(DueState.IN_WORK) + in(DueState.LATE) + in(DueState.DUE);
    }
}
