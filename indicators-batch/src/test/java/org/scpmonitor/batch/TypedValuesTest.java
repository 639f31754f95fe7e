package org.scpmonitor.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.scpmonitor.access.Accounts;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.batch.intake.Intake;
import org.scpmonitor.batch.validation.Rehearsal;
import org.scpmonitor.batch.world.Monitor;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.draft.Draft;
import org.scpmonitor.draft.Drafts;
import org.scpmonitor.draft.Saved;
import org.scpmonitor.draft.Sent;
import org.scpmonitor.draft.TypedValue;
import org.scpmonitor.draft.TypedValue.Slot;
import org.scpmonitor.submission.Receipt;
import org.scpmonitor.world.TestDatabase;
import org.scpmonitor.world.World;

class TypedValuesTest {

    private static final ReportingPeriod YEAR = ReportingPeriod.year(2023);

    private static TestDatabase database;
    private static Monitor monitor;
    private static Drafts drafts;

    @BeforeAll
    static void start() {
        database = TestDatabase.create();
        monitor = new Monitor(database);
        drafts = monitor.part(Drafts.class);
        World.in(database)
                .institution("CL-A")
                .institution("CL-B")
                .institution("CL-C")
                .institution("CL-D")
                .institution("PE-A")
                .indicator("WAS", "t", 12, "sum", "sum")
                .indicator("GAS", "t{CO2e}", 12, "sum", "sum");
    }

    @AfterAll
    static void stop() {
        monitor.close();
        database.close();
    }

    private static Viewer viewer(String account) {
        return monitor.part(Accounts.class).get(account).viewer();
    }

    private static int institution(String code) {
        return database.sql()
                .fetchSingle("select id from institution where code = ?", code)
                .get(0, Integer.class);
    }

    private static TypedValue number(String indicator, String value) {
        return new TypedValue(
                new Slot(indicator, "", YEAR),
                value.replace('.', ','),
                new BigDecimal(value),
                indicator.equals("GAS") ? "t{CO2e}" : "t",
                "",
                "");
    }

    private static TypedValue none(String indicator, String status, String reason) {
        return new TypedValue(new Slot(indicator, "", YEAR), "", null, "t", status, reason);
    }

    private static Saved.Done save(String account, String institution, int version, TypedValue... values) {
        Saved saved = drafts.save(viewer(account), institution(institution), YEAR, version, List.of(values));
        assertThat(saved).isInstanceOf(Saved.Done.class);
        return (Saved.Done) saved;
    }

    private static Receipt send(String account, Saved.Done saved) {
        Sent sent = monitor.part(Intake.class).receive(viewer(account), saved.draft(), saved.version());
        assertThat(sent).isInstanceOf(Sent.Stored.class);
        return ((Sent.Stored) sent).receipt();
    }

    @Test
    void whoever_types_in_two_places_is_told_who_was_faster() {
        Saved.Done first = save("reporter.CL-A", "CL-A", 0, number("WAS", "12.5"));
        Saved.Done second = save("coordinator.CL", "CL-A", first.version(), number("GAS", "3"));
        Saved third = drafts.save(
                viewer("reporter.CL-A"), institution("CL-A"), YEAR, first.version(), List.of(number("WAS", "13")));
        assertThat(third).isInstanceOfSatisfying(Saved.Conflict.class, conflict -> {
            assertThat(conflict.theirs().version()).isEqualTo(second.version());
            assertThat(conflict.theirs().changedBy()).isEqualTo("coordinator.CL");
            assertThat(conflict.theirs().values()).extracting(TypedValue::plain).containsExactly("3", "12.5");
        });
        assertThat(drafts.save(viewer("reporter.CL-A"), institution("CL-A"), YEAR, 0, List.of()))
                .isInstanceOf(Saved.Conflict.class);
        Saved.Done mine = save("reporter.CL-A", "CL-A", second.version(), number("WAS", "13"), number("GAS", "3"));
        assertThat(drafts.discard(viewer("reporter.CL-A"), mine.draft(), second.version()))
                .isFalse();
        assertThat(drafts.discard(viewer("reporter.CL-A"), mine.draft(), mine.version()))
                .isTrue();
        assertThat(drafts.save(viewer("reporter.CL-A"), institution("CL-A"), YEAR, mine.version(), List.of()))
                .isEqualTo(new Saved.Gone(null));
    }

    @Test
    void drafts_are_there_for_those_alone_who_send_for_the_institution() {
        Saved.Done saved = save("reporter.CL-B", "CL-B", 0, number("WAS", "1"));
        for (String stranger : List.of("reporter.CL-A", "coordinator.PE", "manager")) {
            Viewer viewer = viewer(stranger);
            assertThat(drafts.find(viewer, institution("CL-B"), YEAR)).isEmpty();
            assertThat(drafts.page(viewer, 0, 10)).noneMatch(line -> line.id() == saved.draft());
            assertThat(drafts.discard(viewer, saved.draft(), saved.version())).isFalse();
            assertThat(drafts.send(viewer, saved.draft(), saved.version())).isEqualTo(new Sent.Gone());
            assertThatThrownBy(() -> drafts.save(viewer, institution("CL-B"), YEAR, saved.version(), List.of()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(drafts.page(viewer("coordinator.CL"), 0, 10)).anySatisfy(line -> {
            assertThat(line.place().code()).isEqualTo("CL-B");
            assertThat(line.filled()).isEqualTo(1);
        });
        assertThat(drafts.find(Viewer.PUBLIC, institution("CL-B"), YEAR)).isEmpty();
    }

    @Test
    void what_is_typed_is_checked_as_a_file_and_nothing_of_it_is_kept() {
        String before = monitor.everything();
        var found = monitor.part(Rehearsal.class)
                .of("reporter.CL-C", "CL-C", YEAR, List.of(number("WAS", "-1"), number("GAS", "2")));
        assertThat(found).hasSize(1);
        assertThat(found.get(new Slot("WAS", "", YEAR)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.code().name()).isEqualTo("NEGATIVE_VALUE"));
        assertThat(monitor.everything()).isEqualTo(before);
        assertThat(monitor.leftovers()).isEmpty();
    }

    @Test
    void however_often_it_is_sent_it_is_one_submission() {
        Saved.Done saved = save("reporter.CL-D", "CL-D", 0, number("WAS", "7"), none("GAS", "C", ""));
        assertThat(monitor.part(Intake.class).receive(viewer("reporter.CL-D"), saved.draft(), saved.version()))
                .as("a reason is missing")
                .isEqualTo(new Sent.Unfinished(1));
        Saved.Done mended = save("coordinator.CL", "CL-D", saved.version(), none("GAS", "C", "Ley 19.628, \"art. 2\""));
        assertThat(monitor.part(Intake.class).receive(viewer("reporter.CL-D"), saved.draft(), saved.version()))
                .isInstanceOf(Sent.Conflict.class);
        List<Receipt> receipts = IntStream.range(0, 4)
                .mapToObj(click -> CompletableFuture.supplyAsync(() -> send("reporter.CL-D", mended)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(receipts)
                .extracting(Receipt::submission)
                .containsOnly(receipts.getFirst().submission());
        assertThat(receipts).filteredOn(Receipt::first).hasSize(1);
        long submission = receipts.getFirst().submission();
        assertThat(drafts.save(viewer("reporter.CL-D"), institution("CL-D"), YEAR, mended.version(), List.of()))
                .isEqualTo(new Saved.Gone(submission));

        monitor.work(submission);
        assertThat(monitor.findings(submission)).isEmpty();
        monitor.approved(submission);
        assertThat(monitor.state(submission)).isEqualTo("approved");
        assertThat(database.sql()
                        .fetch(
                                "select status, coalesce(comment, ''), value from observation where submission_id = ? order by status",
                                submission)
                        .map(row -> row.get(0) + " | " + row.get(1) + " | " + row.get(2)))
                .containsExactly(" |  | 7", "C | Ley 19.628, \"art. 2\" | null");

        assertThat(drafts.again(viewer("reporter.CL-B"), submission)).isFalse();
        assertThat(drafts.again(viewer("reporter.CL-D"), submission)).isTrue();
        Draft again =
                drafts.find(viewer("reporter.CL-D"), institution("CL-D"), YEAR).orElseThrow();
        assertThat(again.mends()).isEqualTo(submission);
        assertThat(again.values()).hasSize(2);
        Sent same = drafts.send(viewer("reporter.CL-D"), again.id(), again.version());
        assertThat(same).isInstanceOfSatisfying(Sent.Stored.class, stored -> {
            assertThat(stored.receipt().submission()).isEqualTo(submission);
            assertThat(stored.receipt().first()).isFalse();
        });
    }
}
