package org.scpmonitor.access;

import java.util.Locale;
import java.util.Set;

/**
 * Someone who can sign in.
 *
 * @param displayName what others see; for shared accounts a function such as "Coordinación Chile"
 * @param language es, en or de
 * @param standsInFor those whose place this account takes today
 * @param passwordHash with the algorithm's name in braces in front; never leaves the process
 */
public record Account(
        int id,
        String username,
        String displayName,
        Locale language,
        boolean enabled,
        String passwordHash,
        Set<Grant> grants,
        Set<StandsInFor> standsInFor) {

    public Account {
        grants = Set.copyOf(grants);
        standsInFor = Set.copyOf(standsInFor);
    }

    /** The account as the one who asks; a disabled account is the public. */
    public Viewer viewer() {
        return enabled ? new Viewer(id, username, displayName, language, grants, standsInFor) : Viewer.PUBLIC;
    }

    /** Without the hash. */
    @Override
    public String toString() {
        return username + " " + grants + (enabled ? "" : " (disabled)");
    }
}
