package org.scpmonitor.access;

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

    /** As the audit trail writes it: {@code reporter@CL-MMA}, {@code coordinator@CL}, {@code reviewer@all}. */
    @Override
    public String toString() {
        return role.code() + "@"
                + switch (scope) {
                    case Scope.Everywhere everywhere -> "all";
                    case Scope.InCountry country -> country.code();
                    case Scope.AtInstitution institution -> institution.code();
                };
    }
}
