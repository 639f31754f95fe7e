package org.scpmonitor.access;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who is asking, and what they may do. The public is a viewer without an account and without grants.
 *
 * @param userId key of the account; null for the public
 * @param username name of the account; empty for the public
 * @param displayName what the account is shown as; empty for the public
 * @param standsInFor those whose place this one takes today
 * @param language language in which the account is spoken to
 */
public record Viewer(
        @Nullable Integer userId,
        String username,
        String displayName,
        Locale language,
        Set<Grant> grants,
        Set<StandsInFor> standsInFor) {

    /** Anyone without an account. */
    public static final Viewer PUBLIC = new Viewer(null, "", "", Locale.of("es"), Set.of(), Set.of());

    private static final Set<Role> SENDERS = Set.of(Role.REPORTER, Role.COORDINATOR);

    private static final Set<Role> APPROVERS = Set.of(Role.COORDINATOR, Role.MANAGER);

    private static final Set<Role> DECIDERS = Set.of(Role.COORDINATOR, Role.MANAGER, Role.EXPERT);

    public Viewer {
        grants = Set.copyOf(grants);
        standsInFor = Set.copyOf(standsInFor);
    }

    /** One who takes nobody's place. */
    public Viewer(@Nullable Integer userId, String username, String displayName, Locale language, Set<Grant> grants) {
        this(userId, username, displayName, language, grants, Set.of());
    }

    /** Whether a role decides on submissions, as the first or as the second. */
    static boolean decides(Role role) {
        return DECIDERS.contains(role);
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

    /** Whether there is anything that this viewer may decide on, in the own name or in another's. */
    public boolean isApprover() {
        return deciding().anyMatch(grant -> true);
    }

    /** Whether there is anything that this viewer may decide on in the own name. */
    public boolean decidesInOwnName() {
        return grants.stream().anyMatch(grant -> decides(grant.role()));
    }

    /** What lets this viewer decide, in the own name and in others'. */
    private Stream<Grant> deciding() {
        return Stream.concat(
                grants.stream().filter(grant -> decides(grant.role())),
                standsInFor.stream().flatMap(absent -> absent.grants().stream()));
    }

    /** Within whose scopes this viewer reads: the own grants, and those of the absent to decide by. */
    Set<Grant> readingGrants() {
        return Stream.concat(grants.stream(), standsInFor.stream().flatMap(absent -> absent.grants().stream()))
                .collect(toUnmodifiableSet());
    }

    /** Whether submissions of the institution may be seen, as every role within whose scope it lies may. */
    public boolean mayRead(int institutionId, String country) {
        return covers(readingGrants().stream(), institutionId, country);
    }

    /** Whether files may be sent, corrected, explained and submitted for the institution. */
    public boolean maySend(int institutionId, String country) {
        return holds(SENDERS::contains, institutionId, country);
    }

    /** Whether files may be sent for every institution of the country. */
    public boolean maySendForAllOf(String country) {
        return grants.stream()
                .anyMatch(grant -> SENDERS.contains(grant.role())
                        && !(grant.scope() instanceof Scope.AtInstitution)
                        && grant.scope().covers(0, country));
    }

    /**
     * Whether submissions of the institution may be reviewed at all, in the own name or in another's. Whether this one may
     * be decided on, and now, depends on who sent it and on who has decided already.
     */
    public boolean mayReview(int institutionId, String country) {
        return covers(deciding(), institutionId, country);
    }

    /** Whether one of these grants lets the first approval be given for the institution. */
    public static boolean givesFirstApproval(Set<Grant> grants, int institutionId, String country) {
        return covers(grants.stream().filter(grant -> APPROVERS.contains(grant.role())), institutionId, country);
    }

    /** Whether one of these grants lets the second approval be given for the institution, where this role gives it. */
    public static boolean givesSecondApproval(Set<Grant> grants, Role role, int institutionId, String country) {
        return covers(grants.stream().filter(grant -> grant.role() == role), institutionId, country);
    }

    /**
     * Whether a submission of the institution may be approved or returned.
     *
     * @param takingPart user names of those who sent or submitted it: none of them may
     */
    public boolean mayApprove(int institutionId, String country, Set<String> takingPart) {
        return mayReview(institutionId, country) && !takingPart.contains(username);
    }

    /** Whether assignments and extensions of the institution may be made and ended. */
    public boolean mayPlan(int institutionId, String country) {
        return holds(APPROVERS::contains, institutionId, country);
    }

    /** Whether there is an institution that this viewer may plan for. */
    public boolean isPlanner() {
        return grants.stream().map(Grant::role).anyMatch(APPROVERS::contains);
    }

    /** The same viewer with those grants alone that let assignments and extensions be made. */
    public Viewer asPlanner() {
        return holding(APPROVERS);
    }

    /** The same viewer with those grants alone that let files be sent. */
    public Viewer asSender() {
        return holding(SENDERS);
    }

    /** The same viewer with those grants alone that let submissions be reviewed. */
    public Viewer asReviewer() {
        return new Viewer(
                userId, username, displayName, language, deciding().collect(toUnmodifiableSet()), standsInFor);
    }

    private Viewer holding(Set<Role> roles) {
        return new Viewer(
                userId,
                username,
                displayName,
                language,
                grants.stream().filter(grant -> roles.contains(grant.role())).collect(toUnmodifiableSet()),
                Set.of());
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
        return covers(grants.stream().filter(grant -> role.test(grant.role())), institutionId, country);
    }

    private static boolean covers(Stream<Grant> grants, int institutionId, String country) {
        return grants.anyMatch(grant -> grant.scope().covers(institutionId, country));
    }
}
