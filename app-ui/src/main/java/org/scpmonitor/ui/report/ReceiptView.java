package org.scpmonitor.ui.report;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.security.CurrentViewer;
import org.scpmonitor.submission.SubmissionReceipt;
import org.scpmonitor.submission.SubmissionReceipts;
import org.scpmonitor.ui.component.Icon;
import org.scpmonitor.ui.component.Page;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.receipt.ReceiptDocuments;
import org.scpmonitor.ui.submission.Addressed;
import org.springframework.security.access.AccessDeniedException;

/** What a sender takes home once a submission is submitted; it prints as it stands. */
@Route(Pages.REPORT + "/:" + Addressed.PARAMETER + "/receipt")
@RolesAllowed({"REPORTER", "COORDINATOR"})
class ReceiptView extends Page implements BeforeEnterObserver, HasDynamicTitle {
    private final SubmissionReceipts receipts;
    private final ReceiptDocuments documents;
    private final CurrentViewer viewers;
    private String title = "";

    ReceiptView(SubmissionReceipts receipts, ReceiptDocuments documents, CurrentViewer viewers) {
        this.receipts = receipts;
        this.documents = documents;
        this.viewers = viewers;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        long id = Addressed.submission(event.getRouteParameters()).orElseThrow();
        SubmissionReceipt receipt = receipts.find(sender(), id).orElseThrow(NotFoundException::new);
        title = translate("receipt.link");
        removeAll();
        add(crumbs(receipt), actions(receipt), document(receipt));
    }

    private Viewer sender() {
        return viewers.get().asSender();
    }

    private static Component crumbs(SubmissionReceipt receipt) {
        Anchor back = Pages.link(Pages.report(receipt.number()), receipt.fileName());
        Nav crumbs = new Nav(back, new Span("›"), new Span(translate("receipt.link")));
        crumbs.addClassNames("crumbs", "no-print");
        return crumbs;
    }

    private Component actions(SubmissionReceipt receipt) {
        Locale locale = UI.getCurrent().getLocale();
        Div actions = new Div(
                download(
                        "receipt.pdf",
                        receipt.number(),
                        ".pdf",
                        "application/pdf",
                        (found, out) -> documents.pdf(found, locale, out)),
                download("receipt.csv", receipt.number(), ".csv", "text/csv", documents::csv),
                new Button(
                        translate("receipt.print"),
                        click -> UI.getCurrent().getPage().executeJs("window.print()")));
        actions.addClassNames("row", "wrap", "no-print");
        return actions;
    }

    private Component document(SubmissionReceipt receipt) {
        try {
            Div card = new Div(new Html(documents.html(receipt, UI.getCurrent().getLocale())));
            card.addClassNames("card", "receipt-card");
            card.getElement().setAttribute("tabindex", "0").setAttribute("role", "region");
            card.getElement().setAttribute("aria-label", translate("receipt.link"));
            return card;
        } catch (IOException e) {
            throw new UncheckedIOException("The receipt of " + receipt.number() + " can't be read", e);
        }
    }

    /** Writes something of a receipt. */
    @FunctionalInterface
    private interface Writing {
        void write(SubmissionReceipt receipt, OutputStream out) throws IOException;
    }

    private Anchor download(String text, long submission, String ending, String type, Writing writing) {
        Anchor link = new Anchor(
                (DownloadHandler) event -> {
                    SubmissionReceipt receipt = receipts.find(sender(), submission)
                            .orElseThrow(() -> new AccessDeniedException("Receipt " + submission + " is out of scope"));
                    event.setFileName("receipt-" + submission + ending);
                    event.setContentType(type);
                    writing.write(receipt, event.getOutputStream());
                },
                "");
        link.add(Icon.DOWNLOAD.small(), new Span(translate(text)));
        link.addClassNames("btn", "sm");
        return link;
    }

    @Override
    public String getPageTitle() {
        return title + " · SCP Monitor";
    }
}
