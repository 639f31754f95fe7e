package org.scpmonitor.register;

import static org.scpmonitor.schema.Tables.INSTITUTION;

import java.util.HashSet;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.access.Grant;
import org.scpmonitor.access.Role;
import org.scpmonitor.access.Scope;
import org.scpmonitor.access.Viewer;
import org.springframework.stereotype.Repository;

/**
 * Who may write in the register: managers everything; coordinators what their country keeps; those who report may draft for
 * their country and propose it, but not publish.
 */
@Repository
public class Keeping {
    private final DSLContext sql;

    Keeping(DSLContext sql) {
        this.sql = sql;
    }

    /** Whether the viewer may publish and take back what this country keeps; null for what no single one does. */
    public static boolean mayPublish(Viewer viewer, @Nullable String keeper) {
        return viewer.grants().stream().anyMatch(grant -> switch (grant.role()) {
            case MANAGER -> true;
            case COORDINATOR -> keeper != null && within(grant, keeper);
            case REPORTER, EXPERT, REVIEWER, ADMINISTRATOR -> false;
        });
    }

    /** Whether there is anything in the register that the viewer may publish. */
    public static boolean publishes(Viewer viewer) {
        return viewer.hasRole(Role.MANAGER, Role.COORDINATOR);
    }

    /** Whether there is anything in the register that the viewer may draft. */
    public static boolean mayWrite(Viewer viewer) {
        return viewer.hasRole(Role.MANAGER, Role.COORDINATOR, Role.REPORTER);
    }

    /** Whether the viewer may draft what this country keeps. */
    public boolean mayDraft(Viewer viewer, @Nullable String keeper) {
        return mayPublish(viewer, keeper) || keeper != null && reportsIn(viewer).contains(keeper);
    }

    /** The countries for which the viewer may draft; managers may for all others, too. */
    public Set<String> writesFor(Viewer viewer) {
        Set<String> countries = reportsIn(viewer);
        for (Grant grant : viewer.grants()) {
            if (grant.role() == Role.COORDINATOR && grant.scope() instanceof Scope.InCountry country) {
                countries.add(country.code());
            }
        }
        return countries;
    }

    /** The countries of the institutions that the viewer reports for. */
    public Set<String> reportsIn(Viewer viewer) {
        Set<String> countries = new HashSet<>();
        Set<Integer> institutions = new HashSet<>();
        for (Grant grant : viewer.grants()) {
            if (grant.role() == Role.REPORTER) {
                switch (grant.scope()) {
                    case Scope.InCountry country -> countries.add(country.code());
                    case Scope.AtInstitution institution -> institutions.add(institution.id());
                    case Scope.InProgramme programme -> institutions.addAll(programme.institutions());
                    case Scope.Everywhere _ -> {}
                }
            }
        }
        if (!institutions.isEmpty()) {
            countries.addAll(sql.selectDistinct(INSTITUTION.COUNTRY)
                    .from(INSTITUTION)
                    .where(INSTITUTION.ID.in(institutions))
                    .fetch(INSTITUTION.COUNTRY));
        }
        return countries;
    }

    private static boolean within(Grant grant, String country) {
        return switch (grant.scope()) {
            case Scope.Everywhere _ -> true;
            case Scope.InCountry in -> in.code().equals(country);
            case Scope.AtInstitution _, Scope.InProgramme _ -> false;
        };
    }
}
