package org.scpmonitor.publication;

import static org.scpmonitor.schema.Tables.PUBLICATION;
import static org.scpmonitor.schema.Tables.PUBLICATION_FIGURE;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.provenance.ProvenanceQueries;
import org.springframework.stereotype.Repository;

/** Computes all published figures again from their leaves, makes their files again, and keeps what differs. */
@Repository
public class Recomputations {

    private final DSLContext sql;
    private final ProvenanceQueries provenance;
    private final Publications publications;
    private final Clock clock;

    Recomputations(DSLContext sql, ProvenanceQueries provenance, Publications publications, Clock clock) {
        this.sql = sql;
        this.provenance = provenance;
        this.publications = publications;
        this.clock = clock;
    }

    /**
     * What differed: a figure or a publication's file.
     *
     * @param figure null where it is a file
     * @param publication null where it is a figure
     * @param stored value, or SHA-256
     * @param recomputed null where the leaves give nothing any more
     */
    public record Difference(
            @Nullable Long figure,
            @Nullable Integer publication,
            String stored,
            @Nullable String recomputed) {}

    /**
     * @param figures how many were computed
     * @param publications how many files were made
     */
    public record Recomputation(
            Instant beganAt, Instant endedAt, int figures, int publications, List<Difference> differences) {}

    /** Recomputes everything that was published, figure by figure, so that it holds up nobody. */
    public Recomputation recompute() {
        Instant began = clock.instant();
        List<Difference> differences = new ArrayList<>();
        List<Long> figures = sql.selectDistinct(PUBLICATION_FIGURE.FIGURE_ID)
                .from(PUBLICATION_FIGURE)
                .orderBy(PUBLICATION_FIGURE.FIGURE_ID)
                .fetch(PUBLICATION_FIGURE.FIGURE_ID);
        for (long id : figures) {
            var figure = provenance.find(id).orElseThrow();
            if (!figure.agrees()) {
                differences.add(new Difference(
                        id,
                        null,
                        figure.value().toPlainString(),
                        Optional.ofNullable(figure.recomputed())
                                .map(value -> value.toPlainString())
                                .orElse(null)));
            }
        }
        List<Integer> files = sql.select(PUBLICATION.ID)
                .from(PUBLICATION)
                .orderBy(PUBLICATION.ID)
                .fetch(PUBLICATION.ID);
        for (int id : files) {
            Publication publication = publications.find(id).orElseThrow();
            if (!publications.isReproduced(publication)) {
                differences.add(new Difference(null, id, publication.sha256(), publications.sha256Again(id)));
            }
        }
        var done = new Recomputation(began, clock.instant(), figures.size(), files.size(), differences);
        keep(done);
        return done;
    }

    private void keep(Recomputation done) {
        sql.transaction(tx -> {
            int id = sql.fetchSingle(
                            "insert into recomputation (began_at, ended_at, figures, publications)"
                                    + " values (?::timestamptz, ?::timestamptz, ?, ?) returning id",
                            done.beganAt(),
                            done.endedAt(),
                            done.figures(),
                            done.publications())
                    .get(0, Integer.class);
            done.differences()
                    .forEach(each -> sql.execute(
                            "insert into recomputation_difference values (?, ?, ?, ?, ?)",
                            id,
                            each.publication(),
                            each.figure(),
                            each.stored(),
                            each.recomputed()));
        });
    }

    /** The latest one; empty where there has been none. */
    public Optional<Recomputation> findLatest() {
        return sql.fetchOptional("select * from recomputation order by id desc limit 1")
                .map(row -> new Recomputation(
                        row.get("began_at", Instant.class),
                        row.get("ended_at", Instant.class),
                        row.get("figures", Integer.class),
                        row.get("publications", Integer.class),
                        sql.fetch(
                                        "select * from recomputation_difference where recomputation_id = ?"
                                                + " order by figure_id nulls last, publication_id",
                                        row.get("id", Integer.class))
                                .map(each -> new Difference(
                                        each.get("figure_id", Long.class),
                                        each.get("publication_id", Integer.class),
                                        each.get("stored", String.class),
                                        each.get("recomputed", String.class)))));
    }
}
