package org.scpmonitor.entry;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.text.Text;

/**
 * Somebody took over another's practice.
 *
 * @param giver the country it was learnt from
 * @param country the one that took it over
 * @param institution who did
 * @param event by which it was learnt
 * @param what how it was adapted
 */
public record Adoption(
        @Of(Kind.PRACTICE) String practice,
        @From(CatalogueList.COUNTRY) String giver,
        @From(CatalogueList.COUNTRY) String country,
        @From(CatalogueList.INSTITUTION) String institution,
        PartialDate since,
        Status status,
        @Of(Kind.EVENT) @Nullable String event,
        @Prose @Nullable Text what)
        implements Content {

    public enum Status {
        PLANNED,
        TRIED,
        ADOPTED
    }

    @Override
    public Text title(Names names) {
        return Sentences.of(
                "adoption",
                locale -> List.of(
                        names.country(country).in(locale),
                        names.country(giver).in(locale),
                        names.entry(Kind.PRACTICE, practice).in(locale)));
    }

    @Override
    public String keeper() {
        return country;
    }

    @Override
    public List<String> concerned() {
        Set<String> both = new LinkedHashSet<>(List.of(giver, country));
        return List.copyOf(both);
    }

    @Override
    public PartialDate when() {
        return since;
    }

    @Override
    public List<Flaw> flaws() {
        List<Flaw> flaws = new ArrayList<>();
        if (giver.equals(country)) {
            flaws.add(Flaw.at("giver", Flaw.Code.FROM_ONESELF, giver));
        }
        return flaws;
    }

    @Override
    public List<Counted> counted() {
        return status == Status.ADOPTED
                ? List.of(new Counted(Tally.PRACTICES_ADOPTED, institution, since.last(), 1))
                : List.of();
    }
}
