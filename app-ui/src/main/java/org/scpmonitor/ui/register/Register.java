package org.scpmonitor.ui.register;

import org.scpmonitor.access.Viewer;
import org.scpmonitor.batch.schedule.Runner;
import org.scpmonitor.entry.Kind;
import org.scpmonitor.register.Entries;
import org.scpmonitor.register.Entry;
import org.scpmonitor.register.EntryChoices;
import org.scpmonitor.register.EntryDrafts;
import org.scpmonitor.register.EntryEdits;
import org.scpmonitor.register.EntryEdits.Outcome;
import org.scpmonitor.register.EntryEdits.Wanted;
import org.scpmonitor.register.EntryFiles;
import org.scpmonitor.register.EntrySearch;
import org.scpmonitor.register.Keeping;
import org.scpmonitor.security.CurrentViewer;
import org.springframework.stereotype.Component;

/** What the screens of the register read and write with. Whether the viewer may is asked anew at each step. */
@Component
record Register(
        Entries entries,
        EntryEdits edits,
        EntryDrafts drafts,
        EntryChoices choices,
        EntrySearch search,
        EntryFiles files,
        Keeping keeping,
        CurrentViewer viewers,
        Runner runner) {
    Viewer viewer() {
        return viewers.get();
    }

    /** What is counted follows at once. */
    Outcome publish(Wanted wanted, String reason) {
        return counted(edits.publish(viewer(), wanted, reason));
    }

    /** What was counted follows at once. */
    Outcome withdraw(Entry<?> entry, String reason) {
        return counted(edits.withdraw(viewer(), entry.kind(), entry.code(), reason));
    }

    private Outcome counted(Outcome outcome) {
        if (outcome instanceof Outcome.Published) {
            runner.rebuild();
        }
        return outcome;
    }

    /** Whether the viewer may draft entries of the kind: what no country keeps is the managers'. */
    boolean mayWrite(Kind kind) {
        Viewer viewer = viewer();
        return Keeping.mayPublish(viewer, null)
                || Keeping.mayWrite(viewer) && kind.keeperField().isPresent();
    }
}
