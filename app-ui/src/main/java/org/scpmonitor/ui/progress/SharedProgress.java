package org.scpmonitor.ui.progress;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.programme.Completeness;
import org.scpmonitor.programme.ProgrammeQueries;
import org.scpmonitor.programme.ProgrammeQueries.Portrait;
import org.scpmonitor.progress.FigureMark.News;
import org.scpmonitor.progress.IndicatorProgress;
import org.scpmonitor.progress.ProgressQueries;
import org.scpmonitor.progress.ProgressQuestion;
import org.springframework.stereotype.Component;

/**
 * Progress as everybody sees it, read once for all who ask the same while nothing new is known. What {@link FigureWatch} saw
 * last tells that, so that an answer may be some seconds old; who looks is told then, and asks again. When figures of some
 * programmes are new, these alone are read again, for all questions of the last minute at once and before anybody is told.
 * While nobody looks, each question is read.
 */
@Component
public class SharedProgress {
    private static final int POINTS_KEPT = 150_000;
    private static final Duration UNUSED = Duration.ofMinutes(5);

    /** What nobody asked for so long isn't read ahead. */
    private static final Duration ASKED_LATELY = Duration.ofMinutes(1);

    private final ProgressQueries progress;
    private final ProgrammeQueries programmes;
    private final FigureWatch watch;
    private final Cache<ProgressQuestion, Answer<IndicatorProgress>> answers = Caffeine.newBuilder()
            .maximumWeight(POINTS_KEPT)
            .<ProgressQuestion, Answer<IndicatorProgress>>weigher((question, answer) -> 10 + points(answer.list))
            .expireAfterAccess(UNUSED)
            .build();
    private final Cache<AsOf, Answer<Completeness>> completeness = few();
    private final Cache<String, Answer<Portrait>> portraits = few();

    SharedProgress(ProgressQueries progress, ProgrammeQueries programmes, FigureWatch watch) {
        this.progress = progress;
        this.programmes = programmes;
        this.watch = watch;
        watch.ahead(this::readProgress);
        watch.ahead(this::readCompleteness);
        watch.ahead(this::keepPortraits);
    }

    private static <Q, T> Cache<Q, Answer<T>> few() {
        return Caffeine.newBuilder().maximumSize(50).expireAfterAccess(UNUSED).build();
    }

    /** What was read when the mark was the newest that is known. */
    private static final class Answer<T> {
        private final Instant mark;
        private final List<T> list;
        private volatile long asked = System.nanoTime();

        Answer(Instant mark, List<T> list) {
            this.mark = mark;
            this.list = list;
        }

        boolean holdsAt(Instant now) {
            return !mark.isBefore(now);
        }

        List<T> ask() {
            asked = System.nanoTime();
            return list;
        }

        boolean isAskedLately() {
            return System.nanoTime() - asked < ASKED_LATELY.toNanos();
        }

        /** The same question's answer at a later mark, asked when this was. */
        Answer<T> replacedBy(Instant now, List<T> answer) {
            Answer<T> next = new Answer<>(now, answer);
            next.asked = asked;
            return next;
        }
    }

    /** By theme, indicator, programme. */
    public List<IndicatorProgress> list(ProgressQuestion question) {
        return answer(answers, question, () -> progress.list(question));
    }

    /** In the programmes' order; programmes without assignments are left out. */
    public List<Completeness> completeness(AsOf asOf) {
        return answer(completeness, asOf, () -> programmes.listCompleteness(asOf));
    }

    /** Empty for an unknown one. */
    public Optional<Portrait> programme(String code) {
        return answer(portraits, code, () -> programmes.find(code).stream().toList()).stream()
                .findFirst();
    }

    private <Q, T> List<T> answer(Cache<Q, Answer<T>> answers, Q question, Supplier<List<T>> read) {
        return watch.lastSeen()
                .map(mark -> answers.asMap()
                        .compute(
                                question,
                                (asked, known) ->
                                        known != null && known.holdsAt(mark) ? known : new Answer<>(mark, read.get()))
                        .ask())
                .orElseGet(read);
    }

    /** Which figures a programme has of an indicator, whoever asks for more of them. */
    private record Place(String programme, String indicator) {
        static Place of(IndicatorProgress progress) {
            return new Place(progress.programme().code(), progress.indicator());
        }
    }

    private void readProgress(Instant before, Instant now, News news) {
        if (news.programmes() == null) {
            return;
        }
        Map<ProgressQuestion, Answer<IndicatorProgress>> right = new HashMap<>(answers.asMap());
        right.values().removeIf(answer -> !answer.mark.equals(before));
        Map<ProgressQuestion, Answer<IndicatorProgress>> concerned = new HashMap<>(right);
        concerned.values().removeIf(answer -> places(answer, news).isEmpty());
        right.keySet().removeAll(concerned.keySet());
        right.forEach((question, answer) -> replace(question, answer, now, answer.list));
        concerned.values().removeIf(answer -> !answer.isAskedLately());
        concerned.entrySet().stream()
                .collect(groupingBy(asked -> asked.getKey().ofAnything()))
                .forEach((all, asked) -> readAgain(all, asked, now, news));
    }

    private void readAgain(
            ProgressQuestion all,
            List<Entry<ProgressQuestion, Answer<IndicatorProgress>>> asked,
            Instant now,
            News news) {
        Set<Place> places = asked.stream()
                .flatMap(each -> places(each.getValue(), news).stream())
                .collect(toSet());
        Map<Place, IndicatorProgress> fresh = read(all, places);
        asked.forEach(each -> {
            Answer<IndicatorProgress> answer = each.getValue();
            if (fresh.keySet().containsAll(places(answer, news))) {
                replace(each.getKey(), answer, now, renewed(answer.list, fresh));
            }
        });
    }

    private static Set<Place> places(Answer<IndicatorProgress> answer, News news) {
        return answer.list.stream()
                .filter(each -> news.concerns(each.programme().code()))
                .map(Place::of)
                .collect(toSet());
    }

    private Map<Place, IndicatorProgress> read(ProgressQuestion all, Set<Place> places) {
        Map<Place, IndicatorProgress> fresh = new HashMap<>();
        places.stream()
                .collect(groupingBy(Place::programme))
                .forEach((programme, of) -> progress.list(all.ofProgramme(programme)
                                .ofIndicators(of.stream()
                                        .map(Place::indicator)
                                        .sorted()
                                        .toList()))
                        .forEach(each -> fresh.put(Place.of(each), each)));
        return fresh;
    }

    /** What is equal stays the same object, so that it is told from what differs at once. */
    private static List<IndicatorProgress> renewed(List<IndicatorProgress> list, Map<Place, IndicatorProgress> fresh) {
        return list.stream()
                .map(each -> {
                    IndicatorProgress now = fresh.getOrDefault(Place.of(each), each);
                    return now.equals(each) ? each : now;
                })
                .toList();
    }

    private void readCompleteness(Instant before, Instant now, News news) {
        Map.copyOf(completeness.asMap()).forEach((asOf, answer) -> {
            if (answer.mark.equals(before) && answer.isAskedLately()) {
                completeness.put(asOf, answer.replacedBy(now, programmes.listCompleteness(asOf)));
            }
        });
    }

    /** New figures don't change what a programme is. */
    private void keepPortraits(Instant before, Instant now, News news) {
        if (news.programmes() != null) {
            Map.copyOf(portraits.asMap()).forEach((code, answer) -> {
                if (answer.mark.equals(before)) {
                    portraits.put(code, answer.replacedBy(now, answer.list));
                }
            });
        }
    }

    private void replace(
            ProgressQuestion question, Answer<IndicatorProgress> answer, Instant now, List<IndicatorProgress> list) {
        answers.put(question, answer.replacedBy(now, list));
    }

    private static int points(List<IndicatorProgress> list) {
        return list.stream().mapToInt(each -> each.points().size()).sum();
    }
}
