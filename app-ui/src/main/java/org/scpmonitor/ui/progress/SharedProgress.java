package org.scpmonitor.ui.progress;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.programme.Completeness;
import org.scpmonitor.programme.ProgrammeQueries;
import org.scpmonitor.progress.FigureMark.News;
import org.scpmonitor.progress.IndicatorProgress;
import org.scpmonitor.progress.ProgressQueries;
import org.scpmonitor.progress.ProgressQuestion;
import org.springframework.stereotype.Component;

/**
 * Progress as everybody sees it, read once for all who ask the same while nothing new is known. What {@link FigureWatch} saw
 * last tells that, so that an answer may be some seconds old; who looks is told then, and asks again. When something new is
 * known, what takes long to read is read again before anybody is told, and what can't differ is kept. While nobody looks,
 * each question is read.
 */
@Component
public class SharedProgress {
    private static final int POINTS_KEPT = 150_000;
    private static final Duration UNUSED = Duration.ofMinutes(5);

    /** So many points take longer to read than somebody who opens a page should wait. */
    private static final int MANY_POINTS = 2_000;

    /** What nobody asked for so long isn't read ahead. */
    private static final Duration ASKED_LATELY = Duration.ofMinutes(1);

    private final ProgressQueries progress;
    private final ProgrammeQueries programmes;
    private final FigureWatch watch;
    private final Cache<Asked<ProgressQuestion>, Answer<IndicatorProgress>> answers = Caffeine.newBuilder()
            .maximumWeight(POINTS_KEPT)
            .<Asked<ProgressQuestion>, Answer<IndicatorProgress>>weigher((asked, answer) -> 10 + points(answer.list))
            .expireAfterAccess(UNUSED)
            .build();
    private final Cache<Asked<AsOf>, Answer<Completeness>> completeness =
            Caffeine.newBuilder().maximumSize(50).expireAfterAccess(UNUSED).build();

    SharedProgress(ProgressQueries progress, ProgrammeQueries programmes, FigureWatch watch) {
        this.progress = progress;
        this.programmes = programmes;
        this.watch = watch;
        watch.ahead(this::readProgress);
        watch.ahead(this::readCompleteness);
    }

    /** What is asked when this was the newest that is known. */
    private record Asked<Q>(Instant mark, Q question) {}

    private static final class Answer<T> {
        private final List<T> list;
        private volatile long asked = System.nanoTime();

        Answer(List<T> list) {
            this.list = list;
        }

        List<T> ask() {
            asked = System.nanoTime();
            return list;
        }

        boolean isAskedLately() {
            return System.nanoTime() - asked < ASKED_LATELY.toNanos();
        }

        /** The same question's answer now, asked when this was. */
        Answer<T> replacedBy(List<T> now) {
            Answer<T> next = new Answer<>(now);
            next.asked = asked;
            return next;
        }
    }

    /** By theme, indicator, programme. */
    public List<IndicatorProgress> list(ProgressQuestion question) {
        return watch.lastSeen()
                .map(mark -> answers.get(new Asked<>(mark, question), asked -> new Answer<>(progress.list(question)))
                        .ask())
                .orElseGet(() -> progress.list(question));
    }

    /** In the programmes' order; programmes without assignments are left out. */
    public List<Completeness> completeness(AsOf asOf) {
        return watch.lastSeen()
                .map(mark -> completeness
                        .get(new Asked<>(mark, asOf), asked -> new Answer<>(programmes.listCompleteness(asOf)))
                        .ask())
                .orElseGet(() -> programmes.listCompleteness(asOf));
    }

    private void readProgress(Instant before, Instant now, News news) {
        renew(answers, before, now, (question, answer) -> {
            if (answer.list.stream()
                    .noneMatch(each -> news.concerns(each.programme().code()))) {
                return news.programmes() == null ? null : answer;
            }
            return points(answer.list) < MANY_POINTS || !answer.isAskedLately()
                    ? null
                    : answer.replacedBy(same(answer.list, progress.list(question)));
        });
    }

    private void readCompleteness(Instant before, Instant now, News news) {
        renew(
                completeness,
                before,
                now,
                (asOf, answer) -> answer.isAskedLately() ? answer.replacedBy(programmes.listCompleteness(asOf)) : null);
    }

    /** What it gives for an answer is the answer from now on; what it gives nothing for is asked when somebody asks. */
    private static <Q, T> void renew(
            Cache<Asked<Q>, Answer<T>> cache,
            Instant before,
            Instant now,
            BiFunction<Q, Answer<T>, @Nullable Answer<T>> renewed) {
        List<Map.Entry<Asked<Q>, Answer<T>>> old = cache.asMap().entrySet().stream()
                .filter(each -> each.getKey().mark().equals(before))
                .toList();
        old.forEach(each -> {
            Answer<T> next = renewed.apply(each.getKey().question(), each.getValue());
            if (next != null) {
                cache.put(new Asked<>(now, each.getKey().question()), next);
            }
        });
    }

    /** What is equal stays the same object, so that it is told from what differs at once. */
    private static List<IndicatorProgress> same(List<IndicatorProgress> before, List<IndicatorProgress> now) {
        return IntStream.range(0, now.size())
                .mapToObj(i -> i < before.size() && before.get(i).equals(now.get(i)) ? before.get(i) : now.get(i))
                .toList();
    }

    private static int points(List<IndicatorProgress> list) {
        return list.stream().mapToInt(each -> each.points().size()).sum();
    }
}
