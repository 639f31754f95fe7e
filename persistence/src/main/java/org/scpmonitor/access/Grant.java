package org.scpmonitor.access;

import java.util.Set;

/** A role in a scope. */
public record Grant(Role role, Scope scope) {

    /** A role that holds everywhere. */
    public static Grant everywhere(Role role) {
        return new Grant(role, new Scope.Everywhere());
    }

    /** A role that holds in one country. */
    public static Grant inCountry(Role role, String country) {
        return new Grant(role, new Scope.InCountry(country));
    }

    /** A role that holds at one institution. */
    public static Grant atInstitution(Role role, int institutionId, String institutionCode) {
        return new Grant(role, new Scope.AtInstitution(institutionId, institutionCode));
    }

    /** A role that holds for the institutions of a programme. */
    public static Grant inProgramme(Role role, int programmeId, String programme, Set<Integer> institutions) {
        return new Grant(role, new Scope.InProgramme(programmeId, programme, institutions));
    }

    /** As the audit trail writes it: {@code reporter@CL-MMA}, {@code coordinator@CL}, {@code reviewer@all}, {@code
     * expert@CL-PCS}. */
    @Override
    public String toString() {
        return role.code() + "@"
                + switch (scope) {
                    case Scope.Everywhere everywhere -> "all";
                    case Scope.InCountry country -> country.code();
                    case Scope.AtInstitution institution -> institution.code();
                    case Scope.InProgramme programme -> programme.code();
                };
    }
}
