package org.scpmonitor.narrative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scpmonitor.schema.Tables.NARRATIVE;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scpmonitor.access.Grant;
import org.scpmonitor.access.Role;
import org.scpmonitor.access.Scope;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.narrative.Narratives.Filter;
import org.scpmonitor.narrative.Narratives.Flaw;
import org.scpmonitor.narrative.Narratives.Outcome.Refused;
import org.scpmonitor.narrative.Narratives.Outcome.Written;
import org.scpmonitor.narrative.Narratives.Said;
import org.scpmonitor.world.TestDatabase;
import org.scpmonitor.world.World;

class NarrativesTest {
    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final ReportingPeriod Y2024 = ReportingPeriod.parse("2024").orElseThrow();

    private final Narratives narratives = new Narratives(DATABASE.sql());

    @BeforeAll
    static void world() {
        World.in(DATABASE).institution("CL-A").institution("CL-B").indicator("CO2", "t", 12, "sum", "sum");
        DATABASE.sql()
                .execute("update programme_indicator set responsible_institution_id ="
                        + " (select id from institution where code = 'CL-A')");
    }

    @BeforeEach
    void nothingSaid() {
        DATABASE.sql().execute("alter table narrative disable trigger user");
        DATABASE.sql().deleteFrom(NARRATIVE).execute();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void a_change_is_another_version_and_the_one_before_stays_readable() {
        assertThat(say("Menos viajes")).isEqualTo(new Written(1));
        Instant before = standing(AsOf.NOW).getFirst().knownFrom();
        assertThat(say("Menos viajes y más trenes")).isEqualTo(new Written(2));
        assertThat(standing(AsOf.NOW)).extracting(Narrative::text).containsExactly("Menos viajes y más trenes");
        assertThat(standing(new AsOf(before))).extracting(Narrative::text).containsExactly("Menos viajes");
        assertThat(narratives.history("CL-P", "CO2", Y2024, AsOf.NOW))
                .extracting(Narrative::version)
                .containsExactly(2, 1);
    }

    @Test
    void an_empty_text_takes_back_what_stands_and_the_history_keeps_it() {
        say("Menos viajes");
        assertThat(say("  ")).isEqualTo(new Written(2));
        assertThat(standing(AsOf.NOW)).isEmpty();
        assertThat(narratives.history("CL-P", "CO2", Y2024, AsOf.NOW)).hasSize(2);
    }

    @Test
    void what_stands_just_so_stays_as_it_is() {
        say("Menos viajes");
        assertThat(say("Menos viajes ")).isEqualTo(new Written(1));
    }

    @Test
    void two_people_do_not_overwrite_each_other_unseen() {
        say("Menos viajes");
        assertThat(write(reporter("CL-A"), "Otra cosa", Y2024, 0)).isEqualTo(new Refused(Flaw.WRITTEN_MEANWHILE));
        assertThat(write(reporter("CL-A"), "Otra cosa", Y2024, 1)).isEqualTo(new Written(2));
    }

    @Test
    void only_the_responsible_institution_its_country_and_managers_speak() {
        assertThat(write(reporter("CL-B"), "No", Y2024, null)).isEqualTo(new Refused(Flaw.OUT_OF_SCOPE));
        assertThat(write(Viewer.PUBLIC, "No", Y2024, null)).isEqualTo(new Refused(Flaw.OUT_OF_SCOPE));
        assertThat(write(viewer(Role.COORDINATOR, new Scope.InCountry("PE")), "No", Y2024, null))
                .isEqualTo(new Refused(Flaw.OUT_OF_SCOPE));
        assertThat(write(viewer(Role.REVIEWER, new Scope.Everywhere()), "No", Y2024, null))
                .isEqualTo(new Refused(Flaw.OUT_OF_SCOPE));
        assertThat(write(viewer(Role.COORDINATOR, new Scope.InCountry("CL")), "Uno", Y2024, null))
                .isEqualTo(new Written(1));
        assertThat(write(viewer(Role.MANAGER, new Scope.Everywhere()), "Dos", Y2024, null))
                .isEqualTo(new Written(2));
    }

    @Test
    void it_is_short_and_of_a_period_that_the_indicator_has() {
        assertThat(say("é".repeat(Narrative.LONGEST))).isEqualTo(new Written(1));
        assertThat(say("é".repeat(Narrative.LONGEST + 1))).isEqualTo(new Refused(Flaw.TOO_LONG));
        ReportingPeriod month = ReportingPeriod.parse("2024-05").orElseThrow();
        assertThat(write(reporter("CL-A"), "Mayo", month, null)).isEqualTo(new Refused(Flaw.OTHER_PERIODICITY));
    }

    private Narratives.Outcome say(String text) {
        return write(reporter("CL-A"), text, Y2024, null);
    }

    private Narratives.Outcome write(Viewer viewer, String text, ReportingPeriod period, @Nullable Integer replaces) {
        return narratives.write(viewer, new Said("CL-P", "CO2", period, "es", text, replaces));
    }

    private List<Narrative> standing(AsOf asOf) {
        return narratives
                .list(new Filter("CL-P", "CO2", null, null, false, asOf))
                .page(0, 10)
                .items();
    }

    private static Viewer reporter(String institution) {
        int id = DATABASE.sql()
                .fetchSingle("select id from institution where code = ?", institution)
                .get(0, Integer.class);
        return viewer(Role.REPORTER, new Scope.AtInstitution(id, institution));
    }

    private static Viewer viewer(Role role, Scope scope) {
        return new Viewer(1, "reporter.CL-A", "", Locale.of("es"), Set.of(new Grant(role, scope)));
    }
}
