package org.scpmonitor.batch.aggregation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.scpmonitor.actual.Recount;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Has what the register counts go on standing when a year begins, though nothing was entered: asked for each hour, so that
 * it doesn't matter when the process ran; the sweep finds the request.
 */
@Component
class Counting {

    private final Recount recount;
    private final Clock clock;
    private final boolean works;

    Counting(Recount recount, Clock clock, @Value("${scp.role:all}") String role) {
        this.recount = recount;
        this.clock = clock;
        this.works = !role.equals("web");
    }

    @Scheduled(cron = "${scp.count:0 7 * * * *}", zone = "UTC")
    @SchedulerLock(name = "count", lockAtMostFor = "PT10M")
    public void countAsScheduled() {
        if (works) {
            recount.begin(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        }
    }
}
