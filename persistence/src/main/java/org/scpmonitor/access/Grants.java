package org.scpmonitor.access;

import static org.jooq.impl.DSL.val;
import static org.scpmonitor.schema.tables.Country.COUNTRY;
import static org.scpmonitor.schema.tables.Institution.INSTITUTION;
import static org.scpmonitor.schema.tables.UserGrant.USER_GRANT;

import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Roles in scopes, given and taken. */
@Component
public class Grants {

    private final DSLContext sql;
    private final AuditTrail audit;

    public Grants(DSLContext sql, AuditTrail audit) {
        this.sql = sql;
        this.audit = audit;
    }

    /**
     * The grant of a role in a scope as {@link Grant#toString()} writes it: {@code all}, the code of a country or that
     * of an institution. Empty where the catalogue has neither.
     */
    public Optional<Grant> find(Role role, String scope) {
        if (scope.equals("all")) {
            return Optional.of(Grant.everywhere(role));
        }
        if (sql.fetchExists(COUNTRY, COUNTRY.CODE.eq(scope))) {
            return Optional.of(Grant.inCountry(role, scope));
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
                .and(USER_GRANT.INSTITUTION_ID.isNotDistinctFrom(val(institution(grant), USER_GRANT.INSTITUTION_ID)));
        if (sql.deleteFrom(USER_GRANT).where(same).execute() == 1) {
            audit.add(by, AuditAction.GRANT_TAKEN, account.username(), grant.toString());
        }
    }

    private static @Nullable String country(Grant grant) {
        return grant.scope() instanceof Scope.InCountry(String code) ? code : null;
    }

    private static @Nullable Integer institution(Grant grant) {
        return grant.scope() instanceof Scope.AtInstitution(int id, String code) ? id : null;
    }
}
