package org.scpmonitor.access;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Who is asking, and what they may do. The public is a viewer without an account and without grants.
 *
 * @param userId key of the account; null for the public
 * @param username name of the account; empty for the public
 * @param displayName what the account is shown as; empty for the public
 * @param language language in which the account is spoken to
 */
public record Viewer(
        @Nullable Integer userId, String username, String displayName, Locale language, Set<Grant> grants) {

    /** Anyone without an account. */
    public static final Viewer PUBLIC = new Viewer(null, "", "", Locale.of("es"), Set.of());

    private static final Set<Role> SENDERS = Set.of(Role.REPORTER, Role.COORDINATOR);

    private static final Set<Role> APPROVERS = Set.of(Role.COORDINATOR, Role.MANAGER);

    public Viewer {
        grants = Set.copyOf(grants);
    }

    public boolean isPublic() {
        return userId == null;
    }

    /**
     * The key of the account.
     *
     * @throws IllegalStateException for the public
     */
    public int requireUserId() {
        if (userId == null) {
            throw new IllegalStateException("The public has no account");
        }
        return userId;
    }

    /** Whether one of these roles is held in any scope. */
    public boolean hasRole(Role... roles) {
        return grants.stream().map(Grant::role).anyMatch(Arrays.asList(roles)::contains);
    }

    /** Whether there is an institution that this viewer may send for. */
    public boolean isSender() {
        return grants.stream().map(Grant::role).anyMatch(SENDERS::contains);
    }

    /** Whether there is a country that this viewer may approve for. */
    public boolean isApprover() {
        return grants.stream().map(Grant::role).anyMatch(APPROVERS::contains);
    }

    /** Whether submissions of the institution may be seen, as every role within whose scope it lies may. */
    public boolean mayRead(int institutionId, String country) {
        return holds(role -> true, institutionId, country);
    }

    /** Whether files may be sent, corrected, explained and submitted for the institution. */
    public boolean maySend(int institutionId, String country) {
        return holds(SENDERS::contains, institutionId, country);
    }

    /** Whether submissions of the institution may be reviewed at all: {@link #mayApprove} also asks who sent it. */
    public boolean mayReview(int institutionId, String country) {
        return holds(APPROVERS::contains, institutionId, country);
    }

    /**
     * Whether a submission of the institution may be approved or returned.
     *
     * @param takingPart user names of those who sent or submitted it: none of them may
     */
    public boolean mayApprove(int institutionId, String country, Set<String> takingPart) {
        return mayReview(institutionId, country) && !takingPart.contains(username);
    }

    /** The same viewer with those grants alone that let files be sent. */
    public Viewer asSender() {
        return holding(SENDERS);
    }

    /** The same viewer with those grants alone that let submissions be reviewed. */
    public Viewer asReviewer() {
        return holding(APPROVERS);
    }

    private Viewer holding(Set<Role> roles) {
        return new Viewer(
                userId,
                username,
                displayName,
                language,
                grants.stream().filter(grant -> roles.contains(grant.role())).collect(toUnmodifiableSet()));
    }

    /** Whether catalogue and targets may be changed. */
    public boolean mayEditCatalogue() {
        return hasRole(Role.MANAGER, Role.ADMINISTRATOR);
    }

    /** Whether jobs may be seen and restarted, and metrics read. */
    public boolean mayOperate() {
        return hasRole(Role.ADMINISTRATOR);
    }

    private boolean holds(Predicate<Role> role, int institutionId, String country) {
        return grants.stream()
                .anyMatch(grant -> role.test(grant.role()) && grant.scope().covers(institutionId, country));
    }
}
