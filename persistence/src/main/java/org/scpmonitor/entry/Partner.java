package org.scpmonitor.entry;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.text.Text;

/**
 * An organisation that takes part in a cooperation.
 *
 * @param name as it is written in its own language, or in three
 * @param institution the same in the catalogue of those who report
 * @param roles what its country does in the cooperation; one that offers may learn at the same time
 */
public record Partner(
        Text name,
        @Nullable String acronym,
        @Of(Kind.COOPERATION) String cooperation,
        @From(CatalogueList.COUNTRY) String country,
        Nature nature,
        @From(CatalogueList.INSTITUTION) @Nullable String institution,
        List<Role> roles,
        @Nullable String website)
        implements Content {

    public Partner {
        roles = List.copyOf(roles);
    }

    public enum Nature {
        COOPERATION_AGENCY,
        MINISTRY,
        FUNDER,
        IMPLEMENTER,
        OTHER
    }

    public record Role(
            Type type,
            @Nullable PartialDate begins,
            @Nullable PartialDate ends) {
        public enum Type {
            OFFERS,
            LEARNS,
            FUNDS,
            IMPLEMENTS
        }
    }

    @Override
    public Text title(Names names) {
        return acronym == null ? name : Sentences.with(name, " (" + acronym + ")");
    }

    @Override
    public String keeper() {
        return country;
    }

    @Override
    public List<Flaw> flaws() {
        List<Flaw> flaws = new ArrayList<>();
        Checks.address(flaws, "website", website);
        for (int i = 0; i < roles.size(); i++) {
            Checks.order(
                    flaws,
                    "roles[" + i + "].ends",
                    roles.get(i).begins(),
                    roles.get(i).ends());
        }
        return flaws;
    }
}
