package org.scpmonitor.ui.notice;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.notice.Notices.Tally;
import org.scpmonitor.ui.component.Icon;
import org.scpmonitor.ui.submission.Counted;

/** How much there is to read, and the way to it. */
public class NoticeBell extends Anchor {
    private final Span number = new Span();

    public NoticeBell(NoticeWatch watch, Viewer viewer) {
        super(NoticesView.ROUTE, "");
        getElement().setAttribute("router-link", true);
        addClassNames("bell", "row");
        number.addClassNames("count", "num");
        number.getElement().setAttribute("aria-hidden", "true");
        add(Icon.BELL.image(), number);
        show(Tally.NOTHING);
        watch.follow(this, viewer.requireUserId(), this::show);
    }

    private void show(Tally tally) {
        number.setText(Counted.number(tally.unread()));
        number.setVisible(tally.unread() > 0);
        getElement().setAttribute("aria-label", Counted.of("notice.bell", tally.unread()));
        getElement().setAttribute("title", Counted.of("notice.bell", tally.unread()));
    }
}
