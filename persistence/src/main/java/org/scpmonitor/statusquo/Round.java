package org.scpmonitor.statusquo;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.scpmonitor.entry.Area;
import org.scpmonitor.entry.Instrument;
import org.scpmonitor.entry.Survey;
import org.scpmonitor.register.Entry;

/**
 * One country's answers at one time, with what they come to.
 *
 * @param instrument the version of the questionnaire that was answered
 */
public record Round(Entry<Survey> survey, Instrument instrument, List<AreaScore> scores) {
    public Round {
        scores = List.copyOf(scores);
    }

    static Round of(Entry<Survey> survey, Instrument instrument) {
        return new Round(survey, instrument, AreaScore.of(instrument, survey.content()));
    }

    public String country() {
        return survey.content().country();
    }

    public boolean isBaseline() {
        return survey.content().baseline();
    }

    public Optional<AreaScore> score(Area area) {
        return scores.stream().filter(each -> each.area() == area).findFirst();
    }

    public Optional<Survey.Answer> answer(String question) {
        return survey.content().answers().stream()
                .filter(each -> each.question().equals(question))
                .findFirst();
    }

    /** By how many points an area moved since the baseline; empty where one of the two has no score. */
    public Optional<BigDecimal> since(Round baseline, Area area) {
        BigDecimal now = score(area).map(AreaScore::score).orElse(null);
        BigDecimal then = baseline.score(area).map(AreaScore::score).orElse(null);
        return now == null || then == null ? Optional.empty() : Optional.of(now.subtract(then));
    }
}
