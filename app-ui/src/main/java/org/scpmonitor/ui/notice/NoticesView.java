package org.scpmonitor.ui.notice;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.notice.Notice;
import org.scpmonitor.notice.Notices;
import org.scpmonitor.security.CurrentViewer;
import org.scpmonitor.ui.component.DateText;
import org.scpmonitor.ui.component.Icon;
import org.scpmonitor.ui.component.Page;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.component.Tag;

/** What an account was told, the newest first. */
@Route(NoticesView.ROUTE)
@PermitAll
class NoticesView extends Page implements BeforeEnterObserver, HasDynamicTitle {
    static final String ROUTE = "notices";
    private static final int AT_ONCE = 30;

    private final Notices notices;
    private final CurrentViewer viewers;
    private final UnorderedList list = new UnorderedList();
    private final Button more = new Button(translate("notice.more"), click -> load());
    private int shown;

    NoticesView(Notices notices, NoticeWatch watch, CurrentViewer viewers) {
        this.notices = notices;
        this.viewers = viewers;
        list.addClassNames("card", "flush", "notices");
        watch.follow(list, viewers.get().requireUserId(), tally -> show());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        Button all = new Button(translate("notice.readAll"), Icon.CHECK.small(), click -> {
            notices.readAll(viewers.get());
            show();
        });
        add(head(translate("notice.title"), new Span(translate("notice.says")), all), list, more);
        show();
    }

    private void show() {
        list.removeAll();
        shown = 0;
        load();
    }

    private void load() {
        Viewer viewer = viewers.get();
        List<Notice> page = notices.page(viewer, shown, AT_ONCE + 1);
        page.stream().limit(AT_ONCE).forEach(notice -> list.add(item(notice, viewer)));
        shown += Math.min(page.size(), AT_ONCE);
        more.setVisible(page.size() > AT_ONCE);
        if (shown == 0) {
            ListItem nothing = new ListItem(translate("notice.none"));
            nothing.addClassName("empty");
            list.add(nothing);
        }
    }

    private Component item(Notice notice, Viewer viewer) {
        Anchor link = Pages.link(address(notice, viewer), text(notice));
        link.getElement().addEventListener("click", click -> notices.read(viewers.get(), notice.id()));
        Span when = new Span(new DateText(UI.getCurrent().getLocale()).moment(notice.at()));
        when.addClassNames("xs", "muted");
        Div head = new Div(link);
        head.addClassNames("row", "wrap");
        ListItem item = new ListItem(head, when);
        if (notice.readAt() == null) {
            head.addComponentAsFirst(new Tag(translate("notice.new"), Tag.Tone.INFO));
            Button read = new Button(translate("notice.read"), click -> {
                notices.read(viewers.get(), notice.id());
                show();
            });
            read.addThemeNames("small", "tertiary");
            head.add(read);
        }
        return item;
    }

    private static String text(Notice notice) {
        return translate("notice." + notice.kind().name(), notice.arguments().toArray());
    }

    /** Where something can be done about it. */
    private static String address(Notice notice, Viewer viewer) {
        if (notice.submission() == null) {
            return notice.kind() == Notice.Kind.FIGURES_DIFFER ? Pages.OPERATIONS : ROUTE;
        }
        boolean asReviewer = notice.kind() == Notice.Kind.DECISION_AWAITED || !viewer.isSender();
        return asReviewer
                ? viewer.isApprover() ? Pages.review(notice.submission()) : Pages.OPERATIONS
                : Pages.report(notice.submission());
    }

    @Override
    public String getPageTitle() {
        return translate("notice.title") + " · SCP Monitor";
    }
}
