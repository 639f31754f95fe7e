package org.scpmonitor.ui.catalogue;

import java.util.Map;
import org.scpmonitor.access.AuditAction;
import org.scpmonitor.access.AuditTrail;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.batch.schedule.Runner;
import org.scpmonitor.catalogue.CatalogueDocument;
import org.scpmonitor.catalogue.CatalogueDocument.Programme;
import org.scpmonitor.catalogue.CatalogueDocument.ProgrammeIndicator;
import org.scpmonitor.catalogue.CatalogueImport;
import org.scpmonitor.catalogue.CatalogueImport.Outcome;
import org.scpmonitor.catalogue.CatalogueImport.Prospect;
import org.scpmonitor.catalogue.IndicatorEdits;
import org.scpmonitor.catalogue.ProgrammeEdits;
import org.scpmonitor.security.CurrentViewer;
import org.springframework.stereotype.Component;

/** Takes a change over and has the figures computed that it reaches. Each step asks anew whether this account may. */
@Component
record Taking(
        IndicatorEdits edits,
        ProgrammeEdits programmes,
        CatalogueImport imports,
        AuditTrail audit,
        Runner runner,
        CurrentViewer viewers) {
    private static final int MOST_FIGURES = 50;

    Outcome take(Map<String, String> fields, String reason) {
        return started(edits.take(viewers.get(), fields, reason));
    }

    Outcome take(Programme programme, String reason) {
        return started(programmes.take(viewers.get(), programme, reason));
    }

    Outcome take(String programme, ProgrammeIndicator followed, String reason) {
        return started(programmes.take(viewers.get(), programme, followed, reason));
    }

    /** What a whole document would change; what it doesn't mention stays. */
    Prospect foresee(CatalogueDocument document) {
        editor();
        return imports.foresee(stored -> document, MOST_FIGURES);
    }

    Outcome take(CatalogueDocument document) {
        Viewer editor = editor();
        Outcome outcome = imports.apply(document);
        if (outcome instanceof Outcome.Applied applied && !applied.changes().isEmpty()) {
            audit.add(
                    editor.username(),
                    AuditAction.CATALOGUE_CHANGED,
                    "catalogue",
                    Integer.toString(applied.changes().size()));
        }
        return started(outcome);
    }

    private Outcome started(Outcome outcome) {
        if (outcome instanceof Outcome.Applied) {
            runner.rebuild();
        }
        return outcome;
    }

    private Viewer editor() {
        Viewer viewer = viewers.get();
        if (!viewer.mayEditCatalogue()) {
            throw new SecurityException(viewer.username() + " doesn't keep the catalogue");
        }
        return viewer;
    }
}
