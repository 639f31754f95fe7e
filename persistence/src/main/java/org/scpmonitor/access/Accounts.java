package org.scpmonitor.access;

import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.scpmonitor.schema.tables.AppUser.APP_USER;
import static org.scpmonitor.schema.tables.Institution.INSTITUTION;
import static org.scpmonitor.schema.tables.Programme.PROGRAMME;
import static org.scpmonitor.schema.tables.StandIn.STAND_IN;
import static org.scpmonitor.schema.tables.UserGrant.USER_GRANT;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Those who can sign in. User names are told apart by case and never reused: accounts are disabled, not deleted. */
@Component
public class Accounts {

    private static final org.scpmonitor.schema.tables.AppUser ABSENT = APP_USER.as("absent");

    private final DSLContext sql;
    private final Clock clock;
    private final AuditTrail audit;
    private final Grants grants;

    public Accounts(DSLContext sql, Clock clock, AuditTrail audit, Grants grants) {
        this.sql = sql;
        this.clock = clock;
        this.audit = audit;
        this.grants = grants;
    }

    public Optional<Account> find(String username) {
        return list(APP_USER.USERNAME.eq(username)).stream().findFirst();
    }

    /** @throws NoSuchElementException where there is no such account */
    public Account get(String username) {
        return find(username).orElseThrow(() -> new NoSuchElementException("No account " + username));
    }

    /** All accounts by user name, disabled ones too. */
    public List<Account> listAll() {
        return list(noCondition());
    }

    /** Whether an enabled account holds the role in any scope. */
    public boolean anyHolds(Role role) {
        return sql.fetchExists(selectOne()
                .from(APP_USER)
                .where(APP_USER.ENABLED)
                .and(exists(selectOne()
                        .from(USER_GRANT)
                        .where(USER_GRANT.USER_ID.eq(APP_USER.ID))
                        .and(USER_GRANT.ROLE.eq(role.code())))));
    }

    /**
     * Makes an account with its grants.
     *
     * @param passwordHash with the algorithm's name in braces in front
     * @param by user name of who makes it
     * @throws org.jooq.exception.DataAccessException where the user name is taken
     */
    @Transactional
    public Account create(
            String username, String displayName, Locale language, String passwordHash, Set<Grant> roles, String by) {
        sql.insertInto(APP_USER)
                .set(APP_USER.USERNAME, username)
                .set(APP_USER.DISPLAY_NAME, displayName)
                .set(APP_USER.LANGUAGE, language.getLanguage())
                .set(APP_USER.PASSWORD_HASH, passwordHash)
                .set(APP_USER.CREATED_AT, clock.instant())
                .execute();
        audit.add(by, AuditAction.ACCOUNT_CREATED, username, displayName);
        Account bare = get(username);
        roles.forEach(grant -> grants.give(bare, grant, by));
        return get(username);
    }

    /** Replaces the password; whoever is signed in elsewhere by HTTP Basic has to give the new one at once. */
    @Transactional
    public void changePassword(Account account, String passwordHash, String by) {
        sql.update(APP_USER)
                .set(APP_USER.PASSWORD_HASH, passwordHash)
                .where(APP_USER.ID.eq(account.id()))
                .execute();
        audit.add(by, AuditAction.PASSWORD_CHANGED, account.username(), "");
    }

    /** Lets an account sign in, or no longer. */
    @Transactional
    public void enable(Account account, boolean enabled, String by) {
        int changed = sql.update(APP_USER)
                .set(APP_USER.ENABLED, enabled)
                .where(APP_USER.ID.eq(account.id()))
                .and(APP_USER.ENABLED.ne(enabled))
                .execute();
        if (changed == 1) {
            audit.add(by, enabled ? AuditAction.ACCOUNT_ENABLED : AuditAction.ACCOUNT_DISABLED, account.username(), "");
        }
    }

    private List<Account> list(Condition which) {
        return sql.select(
                        APP_USER.ID,
                        APP_USER.USERNAME,
                        APP_USER.DISPLAY_NAME,
                        APP_USER.LANGUAGE.convertFrom(Locale::of),
                        APP_USER.ENABLED,
                        APP_USER.PASSWORD_HASH,
                        grants(APP_USER.ID),
                        standsInFor())
                .from(APP_USER)
                .where(which)
                .orderBy(APP_USER.USERNAME)
                .fetch(mapping(Account::new));
    }

    private static Field<Set<Grant>> grants(Field<Integer> user) {
        return multiset(select(
                                USER_GRANT.ROLE,
                                USER_GRANT.COUNTRY,
                                INSTITUTION.ID,
                                INSTITUTION.CODE,
                                PROGRAMME.ID,
                                PROGRAMME.CODE,
                                Grants.PARTICIPANTS)
                        .from(USER_GRANT)
                        .leftJoin(INSTITUTION)
                        .on(INSTITUTION.ID.eq(USER_GRANT.INSTITUTION_ID))
                        .leftJoin(PROGRAMME)
                        .on(PROGRAMME.ID.eq(USER_GRANT.PROGRAMME_ID))
                        .where(USER_GRANT.USER_ID.eq(user)))
                .convertFrom(rows -> new HashSet<>(rows.map(mapping(Accounts::grant))));
    }

    /** Whose place somebody takes today, by the date in UTC. */
    private Field<Set<StandsInFor>> standsInFor() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return multiset(select(ABSENT.USERNAME, ABSENT.DISPLAY_NAME, grants(ABSENT.ID))
                        .from(STAND_IN)
                        .join(ABSENT)
                        .on(ABSENT.ID.eq(STAND_IN.ABSENT_ID))
                        .where(STAND_IN.STAND_IN_ID.eq(APP_USER.ID))
                        .and(ABSENT.ENABLED)
                        .and(STAND_IN.FIRST_DAY.le(today))
                        .and(STAND_IN.LAST_DAY.ge(today)))
                .convertFrom(rows -> new HashSet<>(rows.map(mapping(StandsInFor::new))));
    }

    private static Grant grant(
            String role,
            @Nullable String country,
            @Nullable Integer institutionId,
            @Nullable String institution,
            @Nullable Integer programmeId,
            @Nullable String programme,
            Set<Integer> participants) {
        if (programmeId != null && programme != null) {
            return Grant.inProgramme(Role.of(role), programmeId, programme, participants);
        }
        if (institutionId != null && institution != null) {
            return Grant.atInstitution(Role.of(role), institutionId, institution);
        }
        return country == null ? Grant.everywhere(Role.of(role)) : Grant.inCountry(Role.of(role), country);
    }
}
