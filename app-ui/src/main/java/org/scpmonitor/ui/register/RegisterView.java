package org.scpmonitor.ui.register;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.scpmonitor.batch.template.TemplateWorkbook;
import org.scpmonitor.entry.Kind;
import org.scpmonitor.register.Entries.Line;
import org.scpmonitor.register.Keeping;
import org.scpmonitor.ui.component.Icon;
import org.scpmonitor.ui.component.Page;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.submission.Counted;

/** Everything that the register holds, by kind; what is being drafted stands above it for those who may go on with it. */
@Route(Pages.REGISTER)
@Menu(title = "nav.cooperation.register", icon = "BOOK", order = 28)
@AnonymousAllowed
class RegisterView extends Page implements BeforeEnterObserver, HasDynamicTitle {
    private final Locale locale = UI.getCurrent().getLocale();
    private final Register register;
    private final Workbooks workbooks;
    private final RegisterFilters filters;
    private final KindList kinds = new KindList();
    private final Span says = new Span();
    private final DraftsCard drafts = new DraftsCard();
    private final EntryList list = new EntryList();
    private final CatalogueHits catalogue = new CatalogueHits();
    private final Div begin = new Div();

    RegisterView(Register register, Workbooks workbooks, Clock clock) {
        this.register = register;
        this.workbooks = workbooks;
        this.filters = new RegisterFilters(
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                asked -> UI.getCurrent().navigate(RegisterView.class, asked.parameters()));
        says.getElement().setAttribute("role", "status");
        begin.addClassNames("row", "wrap");
        Div side = new Div(drafts, list, catalogue);
        side.addClassName("stack");
        Div lay = new Div(kinds, side);
        lay.addClassNames("lay", "register");
        add(head(translate("register.title"), says, begin), filters, lay);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        RegisterQuestion question = RegisterQuestion.of(event.getLocation().getQueryParameters());
        List<Line> all = register.entries().lines(question.moment());
        Found found = Found.of(question, all, register.search(), locale);
        filters.show(question, all);
        kinds.show(question, found);
        says.setText(translate("register.says", Counted.number(found.lines().size()), Counted.number(all.size())));
        drafts.show(question.asOf() == null ? register.drafts().list(register.viewer(), question.kind()) : List.of());
        list.show(question, found, locale);
        catalogue.show(found.catalogue());
        begin.removeAll();
        begin.add(workbook(question));
        if (Keeping.publishes(register.viewer())) {
            begin.add(new Button(
                    translate("register.workbook.take"),
                    Icon.UPLOAD.small(),
                    click -> new WorkbookDialog(
                                    workbooks,
                                    register.viewers(),
                                    () -> UI.getCurrent().refreshCurrentRoute(false))
                            .open()));
        }
        if (Keeping.mayWrite(register.viewer())) {
            begin.add(begin(question));
        }
    }

    /** What is shown as a workbook, of one kind or of all. */
    private Component workbook(RegisterQuestion question) {
        Kind kind = question.kind();
        Set<Kind> kinds = kind == null ? EnumSet.allOf(Kind.class) : EnumSet.of(kind);
        Anchor link = new Anchor(
                (DownloadHandler) event -> {
                    event.setFileName((kind == null ? "register" : kind.code()) + ".xlsx");
                    event.setContentType(TemplateWorkbook.CONTENT_TYPE);
                    workbooks.write(kinds, question.moment(), locale, event.getOutputStream());
                },
                "");
        link.add(Icon.DOWNLOAD.small(), new Span(translate("register.workbook")));
        link.addClassName("row");
        return link;
    }

    private Component begin(RegisterQuestion question) {
        List<Kind> writable = Arrays.stream(Kind.values())
                .filter(kind -> question.kind() == null || kind == question.kind())
                .filter(register::mayWrite)
                .toList();
        return NewEntry.of(writable, locale);
    }

    @Override
    public String getPageTitle() {
        return translate("register.title") + " · SCP Monitor";
    }
}
