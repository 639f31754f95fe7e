package org.scpmonitor.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.scpmonitor.register.EntrySearch.Hit;
import org.scpmonitor.register.EntrySearch.Place;
import org.scpmonitor.register.EntrySearch.Question;
import org.scpmonitor.world.TestDatabase;

/**
 * The brochure that started the project, read beside the demonstration: every actor, sum, date, country, topic and mechanism
 * that it names is found on the first page of a search.
 */
class BrochureTest {
    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final int FIRST_PAGE = 20;

    @BeforeAll
    static void load() {
        DemoRegister.load(DATABASE);
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @ParameterizedTest(name = "{0} in {1}: {2} → {3}")
    @CsvFileSource(resources = "brochure.csv", delimiter = '|', numLinesToSkip = 1)
    void is_found(String what, String language, String words, String found) {
        List<Hit> hits = new EntrySearch(DATABASE.sql())
                .find(new Question(words, Locale.of(language), null, null), 0, FIRST_PAGE)
                .items();
        assertThat(hits).extracting(BrochureTest::place).as(what).contains(found);
    }

    private static String place(Hit hit) {
        return switch (hit.place()) {
                    case Place.InRegister(var kind) -> kind.code();
                    case Place.InCatalogue(var list) -> list.name();
                }
                + " " + hit.code();
    }
}
