package org.scpmonitor.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import org.scpmonitor.catalogue.CatalogueJson.Reading;
import org.scpmonitor.world.TestDatabase;

/** The demo's catalogue, as it is and with something in it replaced. */
final class Demo {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

    private Demo() {}

    /** It was stored once, and is copied for each test. */
    private static final class Stored {
        static final String TEMPLATE = TestDatabase.template(
                database -> new CatalogueImport(database.sql(), database.transactions(), CLOCK).apply(document()));
    }

    /** A database of a test's own that has the demo's catalogue. */
    static TestDatabase database() {
        return TestDatabase.copy(Stored.TEMPLATE);
    }

    static CatalogueDocument document() {
        return document(json());
    }

    /** The first place where {@code old} stands becomes {@code replacement}. */
    static CatalogueDocument with(String old, String replacement) {
        return document(edited(old, replacement));
    }

    static String edited(String old, String replacement) {
        String json = json();
        int place = json.indexOf(old);
        assertThat(place).as("where «%s» stands", old).isNotNegative();
        return json.substring(0, place) + replacement + json.substring(place + old.length());
    }

    static Reading read(String json) {
        return CatalogueJson.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static CatalogueDocument document(String json) {
        Reading reading = read(json);
        assertThat(reading).isInstanceOf(Reading.Read.class);
        return ((Reading.Read) reading).document();
    }

    private static String json() {
        try (InputStream json = Demo.class.getResourceAsStream("/demo/catalogue.json")) {
            return new String(Objects.requireNonNull(json).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
