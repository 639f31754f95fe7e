package org.scpmonitor.access;

import java.util.Set;

/** Where a role holds. */
public sealed interface Scope {

    /** Whether an institution lies within. */
    boolean covers(int institutionId, String country);

    /** All countries and institutions. */
    record Everywhere() implements Scope {
        @Override
        public boolean covers(int institutionId, String country) {
            return true;
        }
    }

    /**
     * One country with all its institutions.
     *
     * @param code ISO 3166-1 alpha-2
     */
    record InCountry(String code) implements Scope {
        @Override
        public boolean covers(int institutionId, String country) {
            return code.equals(country);
        }
    }

    /**
     * One institution.
     *
     * @param id of the institution
     * @param code such as {@code CL-MMA}
     */
    record AtInstitution(int id, String code) implements Scope {
        @Override
        public boolean covers(int institutionId, String country) {
            return id == institutionId;
        }
    }

    /**
     * The institutions that take part in a programme, now or at another time.
     *
     * @param id of the programme
     * @param code such as {@code CL-PCS}
     * @param institutions their keys
     */
    record InProgramme(int id, String code, Set<Integer> institutions) implements Scope {
        public InProgramme {
            institutions = Set.copyOf(institutions);
        }

        @Override
        public boolean covers(int institutionId, String country) {
            return institutions.contains(institutionId);
        }
    }
}
