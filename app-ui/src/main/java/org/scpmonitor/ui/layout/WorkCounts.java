package org.scpmonitor.ui.layout;

import java.util.Map;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.submission.ReviewQueue;
import org.scpmonitor.ui.component.Pages;
import org.springframework.stereotype.Component;

/** How much work waits for somebody, by the page on which it is done. */
@Component
class WorkCounts {
    private final ReviewQueue queue;

    WorkCounts(ReviewQueue queue) {
        this.queue = queue;
    }

    Map<String, Integer> of(Viewer viewer) {
        return Map.of(Pages.REVIEW, queue.countFor(viewer), Pages.REPORT, queue.countReturned(viewer));
    }
}
