package org.scpmonitor.entry;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.text.Text;

/**
 * Something that happened between the countries: a mission, a training, a conference, or a step worth remembering.
 *
 * @param place where, as people say it
 * @param givers countries that gave
 * @param learners countries that received
 * @param participants by institution
 * @param score what the participants thought of it on average, from 1 (poor) to 5 (excellent)
 * @param replies how many of them said so
 */
public record Event(
        Text title,
        Type type,
        PartialDate begins,
        @Nullable PartialDate ends,
        @Nullable Text place,
        @Of(Kind.COOPERATION) @Nullable String cooperation,
        @Of(Kind.TOPIC) @Nullable String topic,
        @From(CatalogueList.COUNTRY) @Nullable String country,
        @From(CatalogueList.COUNTRY) List<String> givers,
        @From(CatalogueList.COUNTRY) List<String> learners,
        @Prose @Nullable Text summary,
        List<Participants> participants,
        @Between(least = 1, most = 5) @Nullable BigDecimal score,
        @Between(least = 0, most = 100_000) @Nullable Integer replies,
        @Prose @Nullable Text evaluation)
        implements Content {

    public Event {
        givers = List.copyOf(givers);
        learners = List.copyOf(learners);
        participants = List.copyOf(participants);
    }

    public enum Type {
        MISSION,
        TRAINING,
        WORKSHOP,
        WEBINAR,
        CONFERENCE,
        MILESTONE;

        /** Whether those who take part are trained by it. */
        public boolean trains() {
            return switch (this) {
                case MISSION, TRAINING, WORKSHOP, WEBINAR -> true;
                case CONFERENCE, MILESTONE -> false;
            };
        }
    }

    /** @param unstated those whose sex wasn't asked or told */
    public record Participants(
            @From(CatalogueList.INSTITUTION) String institution,
            @Between(least = 0, most = 100_000) int women,
            @Between(least = 0, most = 100_000) int men,
            @Between(least = 0, most = 100_000) int unstated) {
        public int total() {
            return women + men + unstated;
        }
    }

    /** How many took part in all. */
    public int attendance() {
        return participants.stream().mapToInt(Participants::total).sum();
    }

    @Override
    public Text title(Names names) {
        return title;
    }

    /** The country that is named as keeping it. */
    @Override
    public @Nullable String keeper() {
        return country;
    }

    @Override
    public List<String> concerned() {
        Set<String> all = new LinkedHashSet<>(givers);
        all.addAll(learners);
        if (country != null) {
            all.add(country);
        }
        return List.copyOf(all);
    }

    @Override
    public PartialDate when() {
        return begins;
    }

    @Override
    public List<Flaw> flaws() {
        List<Flaw> flaws = new ArrayList<>();
        Checks.order(flaws, "ends", begins, ends);
        Checks.once(
                flaws,
                "participants",
                "institution",
                participants.stream().map(Participants::institution).toList());
        return flaws;
    }

    @Override
    public List<Counted> counted() {
        List<Counted> counted = new ArrayList<>();
        var day = Objects.requireNonNullElse(ends, begins).last();
        for (Participants each : participants) {
            if (type.trains() && each.total() > 0) {
                counted.add(new Counted(Tally.OFFICIALS_TRAINED, each.institution(), day, each.total()));
                counted.add(new Counted(Tally.EVENTS_ATTENDED, each.institution(), day, 1));
            }
            if (type.trains() && each.women() > 0) {
                counted.add(new Counted(Tally.WOMEN_TRAINED, each.institution(), day, each.women()));
            }
        }
        return counted;
    }
}
