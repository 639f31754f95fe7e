package org.scpmonitor.statusquo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.entry.Area;
import org.scpmonitor.entry.Instrument;
import org.scpmonitor.register.Entry;

/**
 * A questionnaire with the rounds that countries answered.
 *
 * @param all every questionnaire that there is
 * @param chosen the one that is asked for, as it stands; null where there is none
 * @param rounds by country, the earliest first
 */
public record StatusQuo(
        List<Entry<Instrument>> all, @Nullable Entry<Instrument> chosen, List<Round> rounds) {
    public StatusQuo {
        all = List.copyOf(all);
        rounds = List.copyOf(rounds);
    }

    /** The areas that any round has a score for, in their order. */
    public List<Area> areas() {
        List<Area> areas = new ArrayList<>();
        for (Area area : Area.values()) {
            if (rounds.stream().anyMatch(round -> round.score(area).isPresent())) {
                areas.add(area);
            }
        }
        return areas;
    }

    /** Rounds by country, the earliest first; countries in their order. */
    public Map<String, List<Round>> byCountry() {
        Map<String, List<Round>> byCountry = new LinkedHashMap<>();
        rounds.forEach(round -> byCountry
                .computeIfAbsent(round.country(), code -> new ArrayList<>())
                .add(round));
        return byCountry;
    }

    /** The last round of each country. */
    public List<Round> latest() {
        return byCountry().values().stream().map(List::getLast).toList();
    }

    /** What later rounds of the country are compared with: the last that is a baseline before it, if there is one. */
    public Optional<Round> baseline(Round round) {
        return byCountry().getOrDefault(round.country(), List.of()).stream()
                .takeWhile(each -> each != round)
                .filter(Round::isBaseline)
                .reduce((first, second) -> second);
    }
}
