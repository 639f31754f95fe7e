package org.scpmonitor.batch.publication;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.scpmonitor.access.Role;
import org.scpmonitor.notice.Audience;
import org.scpmonitor.notice.Notice;
import org.scpmonitor.notice.Notices;
import org.scpmonitor.publication.Recomputations;
import org.scpmonitor.publication.Recomputations.Recomputation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Computes everything that was published again each night. A figure that comes out otherwise, or a file whose bytes do,
 * is an alarm: in the log, as the metric {@code scp.recomputation.differences}, and as a notice to the administrators,
 * which goes on by mail.
 */
@Component
public class NightlyRecomputation {

    private static final Logger LOG = LoggerFactory.getLogger(NightlyRecomputation.class);

    private final Recomputations recomputations;
    private final Audience audience;
    private final Notices notices;
    private final AtomicInteger differences = new AtomicInteger();
    private final TransactionTemplate transaction;
    private final boolean works;

    NightlyRecomputation(
            Recomputations recomputations,
            Audience audience,
            Notices notices,
            MeterRegistry meters,
            PlatformTransactionManager transactions,
            @Value("${scp.role:all}") String role) {
        this.recomputations = recomputations;
        this.audience = audience;
        this.notices = notices;
        meters.gauge("scp.recomputation.differences", differences);
        this.transaction = new TransactionTemplate(transactions);
        this.works = !role.equals("web");
    }

    @Scheduled(cron = "${scp.recompute:0 30 2 * * *}", zone = "UTC")
    @SchedulerLock(name = "recompute", lockAtMostFor = "PT6H")
    public void recomputeAsScheduled() {
        if (works) {
            recompute();
        }
    }

    /** Recomputes now, and raises the alarm where something differs. */
    public Recomputation recompute() {
        Recomputation done = recomputations.recompute();
        int found = done.differences().size();
        differences.set(found);
        if (found == 0) {
            LOG.info("{} published figures and {} files came out as they are", done.figures(), done.publications());
        } else {
            LOG.error(
                    "{} of {} published figures and {} files come out otherwise: {}",
                    found,
                    done.figures(),
                    done.publications(),
                    done.differences());
            List<String> arguments = List.of(
                    Integer.toString(found), Integer.toString(done.figures()), Integer.toString(done.publications()));
            transaction.executeWithoutResult(status -> notices.tell(
                    audience.holders(Role.ADMINISTRATOR), Notice.Kind.FIGURES_DIFFER, null, arguments, done.endedAt()));
        }
        return done;
    }
}
