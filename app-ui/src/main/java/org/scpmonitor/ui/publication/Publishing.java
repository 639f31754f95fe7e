package org.scpmonitor.ui.publication;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.access.AuditAction;
import org.scpmonitor.access.AuditTrail;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.publication.Publication;
import org.scpmonitor.publication.Publications;
import org.scpmonitor.security.CurrentViewer;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Publishes for whoever may; each publication is in the audit trail. */
@Component
class Publishing {
    private final Publications publications;
    private final CurrentViewer viewers;
    private final AuditTrail audit;

    Publishing(Publications publications, CurrentViewer viewers, AuditTrail audit) {
        this.publications = publications;
        this.viewers = viewers;
        this.audit = audit;
    }

    boolean isAllowed() {
        return viewers.get().mayEditCatalogue();
    }

    Optional<Publication> publish(@Nullable String programme, ReportingPeriod period, String note) {
        Viewer viewer = viewers.get();
        if (!viewer.mayEditCatalogue()) {
            throw new AccessDeniedException(viewer.username() + " may not publish");
        }
        Optional<Publication> published = publications.publish(programme, period, viewer.username(), note);
        published.ifPresent(each -> audit.add(
                viewer.username(), AuditAction.FIGURES_PUBLISHED, "publication " + each.id(), each.fileName()));
        return published;
    }
}
