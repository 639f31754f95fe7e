package org.scpmonitor.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestDatabaseTest {

    private static TestDatabase database;

    @BeforeAll
    static void start() {
        database = TestDatabase.create();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 1",
        "123456789012345678905, 123456789012345678900",
        "123456789012345678915, 123456789012345678920",
        "-123456789012345678905, -123456789012345678900",
        "0.33333333333333333333333, 0.33333333333333333333",
        "9.99999999999999999996, 10",
        "100000000000000000000.5, 100000000000000000000",
        "0.001234500000000000000005, 0.0012345",
    })
    void quotients_are_rounded_half_even_to_twenty_digits(String exact, String rounded) {
        assertThat(database.sql()
                        .fetchSingle("select round_significant(?::numeric)::text", exact)
                        .get(0))
                .isEqualTo(rounded);
    }

    @Test
    void knowledge_only_moves_forward() {
        var dated = OffsetDateTime.of(2020, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
        assertThat(advance(dated)).isEqualTo(dated.toInstant());
        assertThatThrownBy(() -> advance(dated)).hasMessageContaining("knowledge already reaches");
        assertThat(advance(null)).isAfter(dated.toInstant()).isBefore(advance(null));
        assertThatThrownBy(() -> advance(OffsetDateTime.of(2999, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC)))
                .hasMessageContaining("still to come");
    }

    private static Instant advance(@org.jspecify.annotations.Nullable OffsetDateTime requested) {
        return database.sql()
                .fetchSingle("select advance_knowledge('test', ?::timestamptz)", requested)
                .get(0, Instant.class);
    }
}
