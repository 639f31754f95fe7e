package org.scpmonitor.access;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Set;

/**
 * Somebody whose place another takes for some days: whoever takes it may decide on what this one may decide on, and
 * nothing else.
 *
 * @param username of the one who is absent
 * @param displayName what that account is shown as
 * @param grants those of the absent one's that let submissions be decided on
 */
public record StandsInFor(String username, String displayName, Set<Grant> grants) {

    public StandsInFor {
        grants = grants.stream().filter(grant -> Viewer.decides(grant.role())).collect(toUnmodifiableSet());
    }
}
