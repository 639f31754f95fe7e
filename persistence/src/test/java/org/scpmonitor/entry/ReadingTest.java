package org.scpmonitor.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.scpmonitor.entry.Flaw.Code;
import org.scpmonitor.text.Text;

class ReadingTest {

    @Test
    void what_is_written_reads_as_it_was() {
        Content agreement = new Agreement(
                new Text("Acuerdo", "Agreement", ""),
                "CL",
                "CL-MMA",
                new Text("Lácteos", "", ""),
                null,
                new PartialDate("2015-03"),
                null,
                null,
                List.of(new Agreement.Signatory("Asociación", Agreement.Signatory.Side.PRIVATE, null)),
                List.of(new Agreement.Commitment(
                        new Text("Menos agua", "", ""), "WAT-01", new BigDecimal("12.50"), 2017)),
                List.of(),
                List.of());
        assertThat(Reading.read(Kind.AGREEMENT, Writing.tree(agreement)))
                .isEqualTo(new Reading.Outcome.Whole(agreement));
    }

    @Test
    void everything_that_is_wrong_is_told_at_once_with_its_place() {
        assertThat(flaws(
                        Kind.EVENT,
                        Map.of(
                                "type", "party",
                                "begins", "hoy",
                                "colour", "red",
                                "givers", List.of("CL", "CL"),
                                "participants",
                                        List.of(Map.of(
                                                "institution",
                                                "CL-MMA",
                                                "women",
                                                "tres",
                                                "men",
                                                "-1",
                                                "unstated",
                                                "0.5")))))
                .extracting(Flaw::path, Flaw::code)
                .containsExactlyInAnyOrder(
                        tuple("title", Code.MISSING),
                        tuple("type", Code.NOT_A_CHOICE),
                        tuple("begins", Code.NOT_A_DATE),
                        tuple("colour", Code.UNKNOWN_FIELD),
                        tuple("givers[1]", Code.TWICE),
                        tuple("participants[0].women", Code.NOT_A_NUMBER),
                        tuple("participants[0].men", Code.OUT_OF_RANGE),
                        tuple("participants[0].unstated", Code.NOT_WHOLE));
    }

    @Test
    void fields_that_contradict_each_other_are_told() {
        assertThat(flaws(
                        Kind.LEARNING,
                        Map.of(
                                "cooperation",
                                "C",
                                "giver",
                                "CL",
                                "learner",
                                "CL",
                                "topic",
                                "T",
                                "begins",
                                "2015",
                                "ends",
                                "2014")))
                .extracting(Flaw::code)
                .containsExactly(Code.ENDS_BEFORE_IT_BEGINS, Code.FROM_ONESELF);
    }

    @Test
    void one_language_is_enough_and_serves_readers_of_the_others() {
        var outcome = Reading.read(Kind.TOPIC, Map.of("title", Map.of("de", "Beschaffung"), "area", "procurement"));
        assertThat(outcome)
                .isEqualTo(
                        new Reading.Outcome.Whole(new Topic(new Text("", "", "Beschaffung"), Area.PROCUREMENT, null)));
        assertThat(new Text("", "", "Beschaffung").in(java.util.Locale.ENGLISH)).isEqualTo("Beschaffung");
    }

    @Test
    void a_list_where_a_text_belongs_is_no_crash() {
        assertThat(flaws(Kind.TOPIC, Map.of("title", List.of("a"), "area", Map.of("es", "x"))))
                .extracting(Flaw::code)
                .containsExactly(Code.OTHER_FORM, Code.OTHER_FORM);
        assertThat(flaws(Kind.AGREEMENT, Map.of("signatories", "todos")))
                .extracting(Flaw::path)
                .contains("signatories");
    }

    private static List<Flaw> flaws(Kind kind, Map<String, ?> tree) {
        return assertThat(Reading.read(kind, tree))
                .isInstanceOf(Reading.Outcome.Flawed.class)
                .extracting(read -> ((Reading.Outcome.Flawed) read).flaws(), LIST)
                .actual()
                .stream()
                .map(flaw -> (Flaw) flaw)
                .toList();
    }
}
