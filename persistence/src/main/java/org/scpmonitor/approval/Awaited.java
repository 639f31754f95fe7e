package org.scpmonitor.approval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.access.Grant;
import org.scpmonitor.access.Role;
import org.scpmonitor.access.StandsInFor;
import org.scpmonitor.access.Viewer;

/**
 * The decision that a submission waits for, and who may take it. Nobody decides on what they sent or submitted, and
 * nobody gives both approvals, neither in the own name nor in another's or by another.
 *
 * @param takingPart user names of those who sent or submitted it
 * @param second the role that gives the second approval; null where one is enough
 * @param programme code of the programme that wants the second one; null where one is enough
 * @param given the approvals that it has
 */
public record Awaited(
        int institutionId,
        String country,
        Set<String> takingPart,
        @Nullable Role second,
        @Nullable String programme,
        List<Given> given) {

    /** Whether somebody may decide. */
    public sealed interface Verdict {

        /** @param onBehalfOf user name of the one whose place is taken; null where it is in the own name */
        record May(@Nullable String onBehalfOf) implements Verdict {}

        /** Somebody else has to. */
        record MayNot(Obstacle why) implements Verdict {}
    }

    /** Why somebody may not decide. */
    public enum Obstacle {
        /** Sent or submitted by that person, or by the one whose place is taken. */
        OWN_SUBMISSION,
        /** The first approval was given by that person, or in that person's name. */
        SAME_PERSON,
        /** Another role's turn. */
        OTHER_LEVEL
    }

    /** Which approval it waits for: 1 or 2. */
    public int level() {
        return given.size() + 1;
    }

    /** How many approvals it needs. */
    public int levels() {
        return second == null ? 1 : 2;
    }

    /** Whether the next approval is the last one. */
    public boolean isLast() {
        return level() >= levels();
    }

    /** Whether this viewer may approve or return it now; in the own name where that is possible. */
    public Verdict verdict(Viewer viewer) {
        if (takingPart.contains(viewer.username())) {
            return new Verdict.MayNot(Obstacle.OWN_SUBMISSION);
        }
        Set<String> earlier = earlier();
        if (earlier.contains(viewer.username())) {
            return new Verdict.MayNot(Obstacle.SAME_PERSON);
        }
        if (isTurnOf(viewer.grants())) {
            return new Verdict.May(null);
        }
        Obstacle why = Obstacle.OTHER_LEVEL;
        List<StandsInFor> absents = new ArrayList<>(viewer.standsInFor());
        absents.sort(Comparator.comparing(StandsInFor::username));
        for (StandsInFor absent : absents) {
            if (!isTurnOf(absent.grants())) {
                continue;
            }
            if (takingPart.contains(absent.username())) {
                why = Obstacle.OWN_SUBMISSION;
            } else if (earlier.contains(absent.username())) {
                why = Obstacle.SAME_PERSON;
            } else {
                return new Verdict.May(absent.username());
            }
        }
        return new Verdict.MayNot(why);
    }

    private boolean isTurnOf(Set<Grant> grants) {
        return level() == 1 || second == null
                ? Viewer.givesFirstApproval(grants, institutionId, country)
                : Viewer.givesSecondApproval(grants, second, institutionId, country);
    }

    private Set<String> earlier() {
        Set<String> people = new HashSet<>();
        for (Given each : given) {
            people.add(each.account());
            if (each.onBehalfOf() != null) {
                people.add(each.onBehalfOf());
            }
        }
        return people;
    }
}
