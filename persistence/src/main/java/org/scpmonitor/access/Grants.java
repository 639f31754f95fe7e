package org.scpmonitor.access;

import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.selectDistinct;
import static org.jooq.impl.DSL.val;
import static org.scpmonitor.schema.tables.Country.COUNTRY;
import static org.scpmonitor.schema.tables.Institution.INSTITUTION;
import static org.scpmonitor.schema.tables.Participation.PARTICIPATION;
import static org.scpmonitor.schema.tables.Programme.PROGRAMME;
import static org.scpmonitor.schema.tables.UserGrant.USER_GRANT;

import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Roles in scopes, given and taken. */
@Component
public class Grants {

    /** The keys of the institutions that take part in a programme, now or at another time. */
    static final Field<Set<Integer>> PARTICIPANTS = multiset(selectDistinct(PARTICIPATION.INSTITUTION_ID)
                    .from(PARTICIPATION)
                    .where(PARTICIPATION.PROGRAMME_ID.eq(PROGRAMME.ID)))
            .convertFrom(rows -> rows.intoSet(PARTICIPATION.INSTITUTION_ID));

    private final DSLContext sql;
    private final AuditTrail audit;

    public Grants(DSLContext sql, AuditTrail audit) {
        this.sql = sql;
        this.audit = audit;
    }

    /**
     * The grant of a role in a scope as {@link Grant#toString()} writes it: {@code all}, the code of a country, a
     * programme or an institution. Empty where the catalogue has none of them.
     */
    public Optional<Grant> find(Role role, String scope) {
        if (scope.equals("all")) {
            return Optional.of(Grant.everywhere(role));
        }
        if (sql.fetchExists(COUNTRY, COUNTRY.CODE.eq(scope))) {
            return Optional.of(Grant.inCountry(role, scope));
        }
        Optional<Grant> inProgramme = sql.select(PROGRAMME.ID, PARTICIPANTS)
                .from(PROGRAMME)
                .where(PROGRAMME.CODE.eq(scope))
                .fetchOptional(row -> Grant.inProgramme(role, row.value1(), scope, row.value2()));
        if (inProgramme.isPresent()) {
            return inProgramme;
        }
        return sql.select(INSTITUTION.ID)
                .from(INSTITUTION)
                .where(INSTITUTION.CODE.eq(scope))
                .fetchOptional(row -> Grant.atInstitution(role, row.value1(), scope));
    }

    /** Gives a role; what the account holds already stays as it is. */
    @Transactional
    public void give(Account account, Grant grant, String by) {
        int added = sql.insertInto(USER_GRANT)
                .set(USER_GRANT.USER_ID, account.id())
                .set(USER_GRANT.ROLE, grant.role().code())
                .set(USER_GRANT.COUNTRY, country(grant))
                .set(USER_GRANT.INSTITUTION_ID, institution(grant))
                .set(USER_GRANT.PROGRAMME_ID, programme(grant))
                .onConflictDoNothing()
                .execute();
        if (added == 1) {
            audit.add(by, AuditAction.GRANT_GIVEN, account.username(), grant.toString());
        }
    }

    /** Takes a role away; one that the account doesn't hold is no error. */
    @Transactional
    public void take(Account account, Grant grant, String by) {
        Condition same = USER_GRANT
                .USER_ID
                .eq(account.id())
                .and(USER_GRANT.ROLE.eq(grant.role().code()))
                .and(USER_GRANT.COUNTRY.isNotDistinctFrom(val(country(grant), USER_GRANT.COUNTRY)))
                .and(USER_GRANT.INSTITUTION_ID.isNotDistinctFrom(val(institution(grant), USER_GRANT.INSTITUTION_ID)))
                .and(USER_GRANT.PROGRAMME_ID.isNotDistinctFrom(val(programme(grant), USER_GRANT.PROGRAMME_ID)));
        if (sql.deleteFrom(USER_GRANT).where(same).execute() == 1) {
            audit.add(by, AuditAction.GRANT_TAKEN, account.username(), grant.toString());
        }
    }

    private static @Nullable Integer programme(Grant grant) {
        return grant.scope() instanceof Scope.InProgramme programme ? programme.id() : null;
    }

    private static @Nullable String country(Grant grant) {
        return grant.scope() instanceof Scope.InCountry(String code) ? code : null;
    }

    private static @Nullable Integer institution(Grant grant) {
        return grant.scope() instanceof Scope.AtInstitution(int id, String code) ? id : null;
    }
}
