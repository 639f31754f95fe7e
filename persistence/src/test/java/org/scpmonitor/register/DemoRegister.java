package org.scpmonitor.register;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jooq.DSLContext;
import org.scpmonitor.access.AuditTrail;
import org.scpmonitor.access.Grant;
import org.scpmonitor.access.Role;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.catalogue.CatalogueDocument;
import org.scpmonitor.catalogue.CatalogueImport;
import org.scpmonitor.catalogue.CatalogueJson;
import org.scpmonitor.register.EntryEdits.Wanted;
import org.scpmonitor.world.TestDatabase;

/** The demonstration's register over the demonstration's catalogue, without its figures. */
public final class DemoRegister {
    public static final Viewer MANAGER =
            new Viewer(1, "manager", "manager", java.util.Locale.of("es"), Set.of(Grant.everywhere(Role.MANAGER)));

    private DemoRegister() {}

    public static RegisterDocument document() {
        try (InputStream json = DemoRegister.class.getResourceAsStream("/demo/register.json")) {
            return RegisterDocument.read(Objects.requireNonNull(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything that the demonstration comes to know. */
    public static List<Wanted> wanted() {
        return document().knownOn(LocalDate.of(2100, 1, 1));
    }

    /** Loads catalogue and register. */
    public static void load(TestDatabase database) {
        new CatalogueImport(database.sql(), database.transactions(), Clock.systemUTC()).apply(catalogue());
        publish(database.sql(), wanted());
    }

    static void publish(DSLContext sql, List<Wanted> wanted) {
        Clock clock = Clock.systemUTC();
        var outcome = new EntryEdits(sql, new AuditTrail(sql, clock)).publish(MANAGER, wanted, "", null);
        if (!(outcome instanceof EntryEdits.Outcome.Published)) {
            throw new IllegalStateException("The demonstration's register is wrong: " + outcome);
        }
    }

    static CatalogueDocument catalogue() {
        try (InputStream json = DemoRegister.class.getResourceAsStream("/demo/catalogue.json")) {
            return switch (CatalogueJson.read(Objects.requireNonNull(json))) {
                case CatalogueJson.Reading.Read read -> read.document();
                case CatalogueJson.Reading.Unreadable unreadable ->
                    throw new IllegalStateException(String.valueOf(unreadable.problem()));
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
