package org.scpmonitor.batch.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.scpmonitor.batch.world.Monitor;
import org.scpmonitor.world.TestDatabase;

/**
 * A process dies without a word at a moment of its work. Another one takes the work up, the people go on, and
 * everything is as if nothing had happened.
 */
class KilledProcessTest {

    private static final Map<Story, String> UNDISTURBED = new EnumMap<>(Story.class);

    @BeforeAll
    static void tell_each_story_undisturbed() {
        for (Story story : Story.values()) {
            try (var database = TestDatabase.create()) {
                story.prepare(database);
                try (var process =
                        OtherProcess.start(database.jdbcUrl(), story, Life.End.NATURAL, Moment.first("never"))) {
                    process.says(Life.TOLD);
                    assertThat(process.end()).as(process.toString()).isZero();
                }
                try (var monitor = new Monitor(database)) {
                    assertThat(monitor.leftovers()).isEmpty();
                    UNDISTURBED.put(story, monitor.everything());
                }
            }
        }
    }

    static Stream<Arguments> moments() {
        return Stream.of(
                        // Receiving: the first part of the file is in; all is in, and the sender has not been told.
                        many("after insert into submission_file"),
                        many("after commit of .*insert into submission_file"),
                        // Starting a job: there is an instance, and an execution that has not begun.
                        few("after commit of .*insert into batch_job_instance"),
                        few("after commit of .*insert into batch_job_execution\\("),
                        // Reading: in the midst of the COPY, and once the rows are in.
                        many("after insert into submission_progress", 2),
                        few("after commit of .*insert into submission_sheet"),
                        // Checking: references are looked up; it's done, and the job does not know.
                        few("after insert into staging.value_"),
                        few("before commit of .*insert into staging.value_"),
                        few("after commit of .*insert into staging.value_"),
                        // Approval is given, and nobody has begun.
                        few("after commit of .*insert into submission_event", 4),
                        // Accepting a correction: the old values are closed, the new ones open, all is known.
                        few("after update observation", 2),
                        few("after insert into observation", 2),
                        few("after commit of .*insert into observation", 2),
                        few("after drop table if exists staging", 2),
                        // Refreshing and assessing.
                        few("after update figure"),
                        few("after commit of .*delete from touched"),
                        few("after insert into assessment"),
                        few("after commit of .*insert into assessment"),
                        // Computing all anew: it's wished and planned, some parts are done, readers are to switch.
                        anew("after commit of .*insert into rebuild_request"),
                        anew("after insert into rebuild_part"),
                        anew("after commit of .*insert into rebuild_part"),
                        anew("after insert into rebuild_fresh", 2),
                        anew("after commit of .*update rebuild_part", 3),
                        anew("after update figure"),
                        anew("after commit of .*drop table if exists rebuild_due"))
                .map(Arguments::of);
    }

    private record Death(Story story, Moment moment) {
        @Override
        public String toString() {
            return story + ": " + moment;
        }
    }

    private static Death few(String what) {
        return few(what, 1);
    }

    private static Death few(String what, int nth) {
        return new Death(Story.FEW, new Moment(what, nth));
    }

    private static Death many(String what) {
        return many(what, 1);
    }

    private static Death many(String what, int nth) {
        return new Death(Story.MANY, new Moment(what, nth));
    }

    private static Death anew(String what) {
        return anew(what, 1);
    }

    private static Death anew(String what, int nth) {
        return new Death(Story.ANEW, new Moment(what, nth));
    }

    @ParameterizedTest
    @MethodSource("moments")
    void the_work_goes_on_and_ends_in_the_same_rows(Death death) {
        try (var database = TestDatabase.create()) {
            death.story.prepare(database);
            try (var process = OtherProcess.start(database.jdbcUrl(), death.story, Life.End.HALT, death.moment)) {
                assertThat(process.end()).as(process.toString()).isEqualTo(Life.HALTED);
            }
            try (var monitor = Monitor.working(database)) {
                death.story.tell(monitor);
                assertThat(monitor.everything()).isEqualTo(UNDISTURBED.get(death.story));
                assertThat(monitor.leftovers()).isEmpty();
            }
        }
    }

    @Test
    void a_rebuild_goes_on_with_the_parts_that_are_left() {
        try (var database = TestDatabase.create()) {
            Story.ANEW.prepare(database);
            database.sql().execute("create table part_done (part int)");
            database.sql().execute("""
                    create function note_part() returns trigger language plpgsql as
                    $$ begin insert into part_done values (new.part); return null; end $$
                    """);
            database.sql()
                    .execute("create trigger note_part after update on rebuild_part"
                            + " for each row execute function note_part()");
            Moment third = new Moment("after commit of .*update rebuild_part", 3);
            try (var process = OtherProcess.start(database.jdbcUrl(), Story.ANEW, Life.End.HALT, third)) {
                assertThat(process.end()).as(process.toString()).isEqualTo(Life.HALTED);
            }
            assertThat(partsDone(database)).hasSize(3);
            try (var monitor = Monitor.working(database)) {
                Story.ANEW.tell(monitor);
                assertThat(partsDone(database)).hasSizeGreaterThan(3).doesNotHaveDuplicates();
            }
        }
    }

    private static List<Integer> partsDone(TestDatabase database) {
        return database.sql().fetch("select part from part_done").getValues(0, Integer.class);
    }
}
