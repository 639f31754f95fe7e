package org.scpmonitor.ui.provenance;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.provenance.CountedEntry;
import org.scpmonitor.provenance.ProvenanceQueries;
import org.scpmonitor.provenance.Source;

/**
 * The observations and entries behind a figure: all of them, or one institution's.
 *
 * @param institution code; null for all
 */
record Sources(
        ProvenanceQueries queries, long figure, @Nullable String institution) {
    List<Source> list(int offset, int limit) {
        return institution == null
                ? queries.listSources(figure, offset, limit)
                : queries.listSourcesOf(figure, institution, offset, limit);
    }

    List<CountedEntry> entries(int offset, int limit) {
        return queries.listEntries(figure, institution, offset, limit);
    }

    int countEntries() {
        return queries.countEntries(figure, institution);
    }

    int count() {
        return institution == null ? queries.countSources(figure) : queries.countSourcesOf(figure, institution);
    }
}
