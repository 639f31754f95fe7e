package org.scpmonitor.entry;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.text.Text;

/**
 * One country's answers to an instrument at one time.
 *
 * @param edition number of the instrument's version that is answered, from 1
 * @param institution who answers for the country
 * @param baseline whether later rounds are compared with this one
 * @param completed the areas that are finished; empty while it is under way
 */
public record Survey(
        @Of(Kind.INSTRUMENT) String instrument,
        @Between(least = 1, most = 100_000) int edition,
        @Of(Kind.COOPERATION) @Nullable String cooperation,
        @From(CatalogueList.COUNTRY) String country,
        @From(CatalogueList.INSTITUTION) String institution,
        PartialDate date,
        boolean baseline,
        List<Area> completed,
        List<Answer> answers)
        implements Content {

    public Survey {
        completed = List.copyOf(completed);
        answers = List.copyOf(answers);
    }

    /**
     * An answer.
     *
     * @param answer as the question's scale takes it: {@code yes}, {@code 3}, {@code 80}, or words
     * @param evidence what it rests on
     */
    public record Answer(
            String question,
            @Prose String answer,
            @Prose @Nullable Text evidence,
            @Nullable String website) {}

    @Override
    public Text title(Names names) {
        return Sentences.of(
                "survey",
                locale -> List.of(
                        names.entry(Kind.INSTRUMENT, instrument).in(locale),
                        names.country(country).in(locale),
                        date.in(locale)));
    }

    @Override
    public String keeper() {
        return country;
    }

    @Override
    public PartialDate when() {
        return date;
    }

    @Override
    public List<Flaw> flaws() {
        List<Flaw> flaws = new ArrayList<>();
        Checks.once(
                flaws,
                "answers",
                "question",
                answers.stream().map(Answer::question).toList());
        for (int i = 0; i < answers.size(); i++) {
            Checks.address(flaws, "answers[" + i + "].website", answers.get(i).website());
        }
        return flaws;
    }

    /** What is wrong with the answers, by the questions that they answer. */
    public List<Flaw> flaws(Instrument answered) {
        List<Flaw> flaws = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            Answer each = answers.get(i);
            String path = "answers[" + i + "].";
            var question = answered.find(each.question());
            if (question.isEmpty()) {
                flaws.add(Flaw.at(path + "question", Flaw.Code.NO_SUCH_QUESTION, each.question()));
            } else if (!question.get().scale().takes(each.answer())) {
                flaws.add(Flaw.at(
                        path + "answer",
                        Flaw.Code.OTHER_ANSWER,
                        each.answer(),
                        question.get().scale().name()));
            }
        }
        return flaws;
    }

    @Override
    public List<Counted> counted() {
        return completed.isEmpty()
                ? List.of()
                : List.of(new Counted(Tally.STUDIES_COMPLETED, institution, date.last(), completed.size()));
    }
}
