package org.scpmonitor.ui.report;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.mapping.Mappings.Saved;
import org.scpmonitor.submission.Receipt;
import org.scpmonitor.submission.SubmissionLine;
import org.scpmonitor.submission.SubmissionLine.Place;
import org.scpmonitor.ui.component.Icon;
import org.scpmonitor.ui.component.Note;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.report.Arrivals.Arrival;
import org.scpmonitor.ui.report.Arrivals.Wish;
import org.scpmonitor.ui.submission.Counted;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a file is dropped. As soon as its bytes are stored, the page of its submission opens. */
class UploadCard extends Div {
    private static final Logger LOG = LoggerFactory.getLogger(UploadCard.class);

    /** How a file writes numbers. */
    enum Numbers {
        DETECT(null),
        COMMA("comma"),
        POINT("point");

        private final @Nullable String format;

        Numbers(@Nullable String format) {
            this.format = format;
        }
    }

    private final Arrivals arrivals;
    private final RadioButtonGroup<Numbers> numbers = new RadioButtonGroup<>(translate("report.numbers"));
    private final Select<Saved> mapping = new Select<>();
    private final Checkbox trial = new Checkbox(translate("report.trial"));
    private final Div problem = new Div();
    private final Upload upload = new Upload(this::arrive);
    private volatile @Nullable Wish wish;
    private @Nullable Place institution;
    private @Nullable Long mended;

    /** @param says what may be done here, below the title */
    UploadCard(Arrivals arrivals, String title, Component says) {
        this.arrivals = arrivals;
        addClassNames("card", "stack");
        numbers.setItems(Numbers.values());
        numbers.setItemLabelGenerator(each -> translate("report.numbers." + each.name()));
        numbers.setValue(Numbers.DETECT);
        numbers.addValueChangeListener(chosen -> remember());
        trial.addValueChangeListener(chosen -> remember());
        mapping.setLabel(translate("mapping.upload"));
        mapping.setItemLabelGenerator(each -> each == null
                ? translate("mapping.upload.none")
                : translate("mapping.saved.version", each.name(), each.version()));
        mapping.setEmptySelectionAllowed(true);
        mapping.setEmptySelectionCaption(translate("mapping.upload.none"));
        mapping.setVisible(false);
        mapping.addValueChangeListener(chosen -> remember());
        problem.getElement().setAttribute("role", "alert");
        prepareUpload();
        H2 heading = new H2(title);
        heading.addClassName("card-h");
        Div options = new Div(numbers, mapping, trial);
        options.addClassNames("row", "wrap", "options");
        add(heading, says, options, upload, problem);
        remember();
    }

    /** For whom a file is sent; nothing can be sent before that is known. */
    UploadCard sendFor(@Nullable Place chosen) {
        institution = chosen;
        List<Saved> saved = chosen == null ? List.of() : arrivals.mappings(chosen);
        mapping.setItems(saved);
        mapping.setVisible(!saved.isEmpty());
        remember();
        return this;
    }

    /** Takes a file in the place of a submission, whatever it is called. */
    UploadCard mending(SubmissionLine line) {
        mended = line.id();
        return sendFor(line.place());
    }

    private void remember() {
        Place place = institution;
        Numbers chosen = numbers.getValue() == null ? Numbers.DETECT : numbers.getValue();
        wish = place == null
                ? null
                : new Wish(
                        place,
                        chosen.format,
                        trial.getValue(),
                        mapping.getValue() == null ? null : mapping.getValue().id(),
                        mended);
        upload.setEnabled(place != null);
    }

    private void prepareUpload() {
        Button choose = new Button(translate("report.choose"), Icon.UPLOAD.small());
        choose.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        upload.setUploadButton(choose);
        upload.setDropLabel(new Span(translate("report.drop", Counted.bytes(arrivals.limit()))));
        upload.setMaxFiles(1);
        upload.setMaxFileSize((int) Math.min(arrivals.limit(), Integer.MAX_VALUE));
        upload.setI18n(UploadTexts.of(Counted.bytes(arrivals.limit())));
        upload.setWidthFull();
        upload.addFileRejectedListener(rejected -> tell(rejected.getErrorMessage()));
        upload.addStartedListener(started -> problem.removeAll());
    }

    /** In the request's own thread: the screen stays usable while bytes come in and are stored. */
    private void arrive(UploadEvent event) throws IOException {
        Wish now = wish;
        if (now == null) {
            event.reject();
            return;
        }
        UI ui = event.getUI();
        try {
            switch (arrivals.receive(now, event.getFileName(), event.getInputStream())) {
                case Arrival.Stored(Receipt receipt) -> ui.access(() -> open(ui, receipt));
                case Arrival.TooLarge(long limit) -> {
                    String message = "more than " + limit + " bytes";
                    event.reject(message);
                    ui.access(() -> tell(translate("report.upload.tooLarge", Counted.bytes(limit))));
                }
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn(
                    "The upload of {} for {} broke off",
                    event.getFileName(),
                    now.institution().code(),
                    e);
            ui.access(() -> tell(translate("report.upload.broken")));
            throw e;
        }
    }

    private void tell(String message) {
        upload.clearFileList();
        problem.removeAll();
        problem.add(new Note(Note.Kind.ERROR, message));
    }

    static void open(UI ui, Receipt receipt) {
        String address = Pages.report(receipt.submission());
        ui.navigate(
                address,
                receipt.first() ? QueryParameters.empty() : QueryParameters.of(SubmissionView.SENT_BEFORE, "yes"));
    }
}
