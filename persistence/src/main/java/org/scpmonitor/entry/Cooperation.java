package org.scpmonitor.entry;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.text.Text;

/**
 * Countries that work together on something, for a time and with money.
 *
 * @param fund what it is paid from
 * @param volume all contributions together, as the source states them; not below 0
 * @param currency of the volume, ISO 4217
 * @param programmes the national programmes that it ties together
 */
public record Cooperation(
        Text title,
        @Prose Text objectives,
        @Nullable Text fund,
        PartialDate begins,
        @Nullable PartialDate ends,
        Status status,
        @From(CatalogueList.COUNTRY) List<String> countries,

        @Between(least = 0, most = 1_000_000_000_000L) @Nullable
        BigDecimal volume,

        @Nullable String currency,
        @From(CatalogueList.PROGRAMME) List<String> programmes,
        List<Phase> phases,
        List<Document> documents)
        implements Content {

    public Cooperation {
        countries = List.copyOf(countries);
        programmes = List.copyOf(programmes);
        phases = List.copyOf(phases);
        documents = List.copyOf(documents);
    }

    public enum Status {
        PLANNED,
        RUNNING,
        COMPLETED
    }

    public record Phase(
            Text name, PartialDate begins, @Nullable PartialDate ends) {}

    /** @param address where it can be read; null where it isn't published */
    public record Document(
            Text name,
            Type type,
            @Nullable PartialDate date,
            @Nullable String address) {
        public enum Type {
            AGREEMENT,
            PLAN,
            REPORT,
            BROCHURE,
            MINUTES,
            OTHER
        }
    }

    @Override
    public Text title(Names names) {
        return title;
    }

    @Override
    public List<String> concerned() {
        return countries;
    }

    @Override
    public PartialDate when() {
        return begins;
    }

    @Override
    public List<Flaw> flaws() {
        List<Flaw> flaws = new ArrayList<>();
        Checks.order(flaws, "ends", begins, ends);
        Checks.currency(flaws, "currency", currency);
        for (int i = 0; i < phases.size(); i++) {
            Checks.order(
                    flaws,
                    "phases[" + i + "].ends",
                    phases.get(i).begins(),
                    phases.get(i).ends());
        }
        for (int i = 0; i < documents.size(); i++) {
            Checks.address(
                    flaws, "documents[" + i + "].address", documents.get(i).address());
        }
        if (volume != null && currency == null) {
            flaws.add(Flaw.at("currency", Flaw.Code.MISSING));
        }
        return flaws;
    }
}
