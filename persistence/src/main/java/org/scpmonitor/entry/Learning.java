package org.scpmonitor.entry;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.text.Text;

/** One country learns something from another, for a time. */
public record Learning(
        @Of(Kind.COOPERATION) String cooperation,
        @From(CatalogueList.COUNTRY) String giver,
        @From(CatalogueList.COUNTRY) String learner,
        @Of(Kind.TOPIC) String topic,
        @Nullable PartialDate begins,
        @Nullable PartialDate ends,
        @Prose @Nullable Text note)
        implements Content {

    @Override
    public Text title(Names names) {
        return Sentences.of(
                "learning",
                locale -> List.of(
                        names.country(learner).in(locale),
                        names.country(giver).in(locale),
                        names.entry(Kind.TOPIC, topic).in(locale)));
    }

    /** The learner says what it learns. */
    @Override
    public String keeper() {
        return learner;
    }

    @Override
    public List<String> concerned() {
        return List.of(giver, learner);
    }

    @Override
    public @Nullable PartialDate when() {
        return begins;
    }

    @Override
    public List<Flaw> flaws() {
        List<Flaw> flaws = new ArrayList<>();
        Checks.order(flaws, "ends", begins, ends);
        if (giver.equals(learner)) {
            flaws.add(Flaw.at("learner", Flaw.Code.FROM_ONESELF, learner));
        }
        return flaws;
    }
}
