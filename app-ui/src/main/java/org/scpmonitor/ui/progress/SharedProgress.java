package org.scpmonitor.ui.progress;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.programme.Completeness;
import org.scpmonitor.programme.ProgrammeQueries;
import org.scpmonitor.progress.IndicatorProgress;
import org.scpmonitor.progress.ProgressQueries;
import org.scpmonitor.progress.ProgressQuestion;
import org.springframework.stereotype.Component;

/**
 * Progress as everybody sees it, read once for all who ask the same while nothing new is known. What {@link FigureWatch} saw
 * last tells that, so that an answer may be a second old; who looks is told then, and asks again. While nobody looks,
 * each question is read.
 */
@Component
public class SharedProgress {
    private static final int POINTS_KEPT = 150_000;
    private static final Duration UNUSED = Duration.ofMinutes(5);

    private final ProgressQueries progress;
    private final ProgrammeQueries programmes;
    private final FigureWatch watch;
    private final Cache<Asked<ProgressQuestion>, List<IndicatorProgress>> answers = Caffeine.newBuilder()
            .maximumWeight(POINTS_KEPT)
            .<Asked<ProgressQuestion>, List<IndicatorProgress>>weigher((asked, answer) ->
                    10 + answer.stream().mapToInt(each -> each.points().size()).sum())
            .expireAfterAccess(UNUSED)
            .build();
    private final Cache<Asked<AsOf>, List<Completeness>> completeness =
            Caffeine.newBuilder().maximumSize(50).expireAfterAccess(UNUSED).build();

    SharedProgress(ProgressQueries progress, ProgrammeQueries programmes, FigureWatch watch) {
        this.progress = progress;
        this.programmes = programmes;
        this.watch = watch;
    }

    /** What is asked when this was the newest that is known. */
    private record Asked<Q>(Instant mark, Q question) {}

    /** By theme, indicator, programme. */
    public List<IndicatorProgress> list(ProgressQuestion question) {
        return watch.lastSeen()
                .map(mark -> answers.get(new Asked<>(mark, question), asked -> progress.list(question)))
                .orElseGet(() -> progress.list(question));
    }

    /** In the programmes' order; programmes without assignments are left out. */
    public List<Completeness> completeness(AsOf asOf) {
        return watch.lastSeen()
                .map(mark -> completeness.get(new Asked<>(mark, asOf), asked -> programmes.listCompleteness(asOf)))
                .orElseGet(() -> programmes.listCompleteness(asOf));
    }
}
