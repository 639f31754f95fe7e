package org.scpmonitor.access;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.scpmonitor.schema.tables.Institution.INSTITUTION;
import static org.scpmonitor.schema.tables.Participation.PARTICIPATION;
import static org.scpmonitor.schema.tables.Submission.SUBMISSION;

import java.util.HashSet;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;

/**
 * Which rows a viewer may know of, as conditions that every query on submissions, findings, files and observations
 * carries. What is out of scope is not there: it is neither counted nor told apart from what doesn't exist.
 */
public final class Visible {

    private static final org.scpmonitor.schema.tables.Institution SEEN = INSTITUTION.as("seen");
    private static final org.scpmonitor.schema.tables.Submission OWNER = SUBMISSION.as("owner");

    private Visible() {}

    /** Rows that belong to an institution: submissions and observations, by their column {@code institution_id}. */
    public static Condition ofInstitution(Viewer viewer, Field<Integer> institutionId) {
        Set<String> countries = new HashSet<>();
        Set<Integer> institutions = new HashSet<>();
        Set<Integer> programmes = new HashSet<>();
        for (Grant grant : viewer.readingGrants()) {
            switch (grant.scope()) {
                case Scope.Everywhere everywhere -> {
                    return noCondition();
                }
                case Scope.InCountry country -> countries.add(country.code());
                case Scope.AtInstitution institution -> institutions.add(institution.id());
                case Scope.InProgramme programme -> programmes.add(programme.id());
            }
        }
        Condition visible = institutions.isEmpty() ? falseCondition() : institutionId.in(institutions);
        if (!programmes.isEmpty()) {
            visible = visible.or(institutionId.in(select(PARTICIPATION.INSTITUTION_ID)
                    .from(PARTICIPATION)
                    .where(PARTICIPATION.PROGRAMME_ID.in(programmes))));
        }
        return countries.isEmpty()
                ? visible
                : visible.or(institutionId.in(select(SEEN.ID).from(SEEN).where(SEEN.COUNTRY.in(countries))));
    }

    /** Rows that belong to a submission: findings, files, events, by their column {@code submission_id}. */
    public static Condition ofSubmission(Viewer viewer, Field<Long> submissionId) {
        return exists(selectOne()
                .from(OWNER)
                .where(OWNER.ID.eq(submissionId))
                .and(ofInstitution(viewer, OWNER.INSTITUTION_ID)));
    }
}
