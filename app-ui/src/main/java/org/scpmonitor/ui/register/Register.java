package org.scpmonitor.ui.register;

import org.scpmonitor.access.Viewer;
import org.scpmonitor.entry.Kind;
import org.scpmonitor.register.Entries;
import org.scpmonitor.register.EntryChoices;
import org.scpmonitor.register.EntryEdits;
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
        EntryChoices choices,
        EntrySearch search,
        EntryFiles files,
        Keeping keeping,
        CurrentViewer viewers) {
    Viewer viewer() {
        return viewers.get();
    }

    /** Whether the viewer may draft entries of the kind: what no country keeps is the managers'. */
    boolean mayWrite(Kind kind) {
        Viewer viewer = viewer();
        return Keeping.mayPublish(viewer, null)
                || Keeping.mayWrite(viewer) && kind.keeperField().isPresent();
    }
}
