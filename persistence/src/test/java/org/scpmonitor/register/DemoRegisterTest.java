package org.scpmonitor.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.catalogue.CatalogueImport;
import org.scpmonitor.entry.Instrument;
import org.scpmonitor.entry.Kind;
import org.scpmonitor.entry.Survey;
import org.scpmonitor.register.EntryEdits.Wanted;
import org.scpmonitor.world.TestDatabase;

/** What the demonstration tells of the cooperation. */
class DemoRegisterTest {

    @Test
    void comes_in_step_by_step_and_every_survey_answers_its_questionnaire() {
        try (TestDatabase database = TestDatabase.create()) {
            new CatalogueImport(database.sql(), database.transactions(), Clock.systemUTC())
                    .apply(DemoRegister.catalogue());
            for (int year : List.of(2014, 2015, 2016, 2020, 2024)) {
                DemoRegister.publish(database.sql(), DemoRegister.document().knownOn(LocalDate.of(year, 12, 31)));
            }
            Shelf shelf = new Entries(database.sql()).read(Set.of(Kind.values()), AsOf.NOW);
            assertThat(shelf.all(Survey.class))
                    .isNotEmpty()
                    .allSatisfy(survey -> assertThat(survey.content()
                                    .flaws(shelf.find(
                                                    Instrument.class,
                                                    survey.content().instrument())
                                            .orElseThrow()
                                            .content()))
                            .isEmpty());
            assertThat(Kind.values())
                    .allSatisfy(kind -> assertThat(shelf.all(kind.content()))
                            .as(kind.code())
                            .isNotEmpty());
        }
    }

    @Test
    void is_told_in_three_languages_and_says_where_it_is_from_and_what_is_made_up() {
        List<String> missing = new ArrayList<>();
        for (Wanted each : DemoRegister.wanted()) {
            untold(each.kind().code() + " " + each.code(), each.tree(), missing);
        }
        assertThat(missing).isEmpty();
        assertThat(DemoRegister.wanted()).allSatisfy(each -> {
            assertThat(each.source()).isNotBlank();
            assertThat(each.illustrative())
                    .as(each.code())
                    .isEqualTo(each.source().startsWith("ilustrativo"));
        });
    }

    private static void untold(String path, Object value, List<String> missing) {
        if (value instanceof Map<?, ?> map && map.containsKey("es")) {
            if (!map.keySet().equals(Set.of("es", "en", "de"))) {
                missing.add(path);
            }
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((name, each) -> untold(path + "." + name, each, missing));
        } else if (value instanceof List<?> list) {
            list.forEach(each -> untold(path, each, missing));
        }
    }
}
