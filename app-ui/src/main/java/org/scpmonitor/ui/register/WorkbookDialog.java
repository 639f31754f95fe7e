package org.scpmonitor.ui.register;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.batch.register.RegisterImport.Outcome;
import org.scpmonitor.batch.register.RegisterImport.Wrong;
import org.scpmonitor.security.CurrentViewer;
import org.scpmonitor.submission.Finding;
import org.scpmonitor.submission.FindingTexts;
import org.scpmonitor.ui.component.Icon;
import org.scpmonitor.ui.component.Note;
import org.scpmonitor.ui.report.UploadTexts;
import org.scpmonitor.ui.submission.Counted;

/** A workbook of the register comes in: what it would change is told first, or what is wrong with it at each cell. */
class WorkbookDialog extends Dialog {
    /** How many places are told at once. */
    private static final int MOST_TOLD = 200;

    private final Locale locale = UI.getCurrent().getLocale();
    private final Workbooks workbooks;
    private final CurrentViewer viewers;
    private final Runnable onTaken;
    private final Upload upload = new Upload(this::arrive);
    private final Div answer = new Div();

    /** Read in the request's own thread. */
    private final Viewer viewer;

    private @Nullable Path kept;

    WorkbookDialog(Workbooks workbooks, CurrentViewer viewers, Runnable onTaken) {
        this.workbooks = workbooks;
        this.viewers = viewers;
        this.viewer = viewers.get();
        this.onTaken = onTaken;
        setHeaderTitle(translate("register.workbook.take"));
        setWidth("min(60rem, 100%)");
        answer.getElement().setAttribute("role", "status");
        answer.addClassName("stack");
        upload.setUploadButton(new Button(translate("register.workbook.choose"), Icon.UPLOAD.small()));
        upload.setDropLabel(new Span(translate("register.workbook.drop", Counted.bytes(Workbooks.LARGEST))));
        upload.setMaxFiles(1);
        upload.setMaxFileSize(Workbooks.LARGEST);
        upload.setI18n(UploadTexts.of(Counted.bytes(Workbooks.LARGEST)));
        upload.setWidthFull();
        upload.addFileRejectedListener(rejected -> tell(new Note(Note.Kind.ERROR, rejected.getErrorMessage())));
        Div body = new Div(new Paragraph(translate("register.workbook.says")), upload, answer);
        body.addClassName("stack");
        add(body);
        getFooter().add(new Button(translate("register.close"), click -> close()));
        addOpenedChangeListener(change -> {
            if (!change.isOpened()) {
                forget();
            }
        });
    }

    private void arrive(UploadEvent event) throws IOException {
        UI ui = event.getUI();
        Path file = workbooks.keep(event.getInputStream());
        Outcome outcome;
        try {
            outcome = workbooks.rehearse(viewer, file);
        } catch (IOException | RuntimeException failure) {
            Files.deleteIfExists(file);
            throw failure;
        }
        ui.access(() -> {
            forget();
            kept = file;
            show(outcome, event.getFileName());
        });
    }

    private void show(Outcome outcome, String name) {
        upload.clearFileList();
        switch (outcome) {
            case Outcome.Taken(int entries, int versions)
            when versions == 0 ->
                tell(new Note(Note.Kind.PLAIN, translate("register.workbook.same", name, Counted.number(entries))));
            case Outcome.Taken(int entries, int versions) ->
                tell(
                        new Note(
                                Note.Kind.PLAIN,
                                translate(
                                        "register.workbook.would",
                                        name,
                                        Counted.number(entries),
                                        Counted.number(versions))),
                        new Button(translate("register.workbook.publish"), click -> ask(name, versions)));
            case Outcome.Refused(List<Wrong> wrong) -> tell(wrong(name, wrong), table(wrong));
            case Outcome.Unreadable(Finding reason) -> {
                FindingTexts texts = FindingTexts.of(reason, locale);
                tell(new Note(Note.Kind.ERROR, texts.what() + " " + texts.mend()));
            }
        }
    }

    private void ask(String name, int versions) {
        new ReasonDialog(
                        translate("register.workbook.publish"),
                        translate("register.workbook.publish.says", name, Counted.number(versions)),
                        translate("register.publish"),
                        reason -> take(reason, name))
                .open();
    }

    private void take(String reason, String name) {
        Path file = kept;
        if (file == null) {
            return;
        }
        try {
            switch (workbooks.take(viewers.get(), file, reason)) {
                case Outcome.Taken(int _, int versions) -> {
                    forget();
                    tell(new Note(
                            Note.Kind.OK, translate("register.workbook.published", name, Counted.number(versions))));
                    onTaken.run();
                }
                case Outcome.Refused refused -> show(refused, name);
                case Outcome.Unreadable unreadable -> show(unreadable, name);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Note wrong(String name, List<Wrong> wrong) {
        return new Note(Note.Kind.ERROR, translate("register.workbook.wrong", name, Counted.number(wrong.size())));
    }

    private Component table(List<Wrong> wrong) {
        NativeTable table = new NativeTable();
        table.addClassName("entry-rows");
        List<String> names = List.of(
                translate("register.workbook.sheet"),
                translate("register.workbook.cell"),
                translate("register.workbook.what"));
        NativeTableRow head = table.getHead().addRow();
        names.forEach(name -> {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(name);
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        });
        wrong.stream()
                .limit(MOST_TOLD)
                .forEach(each -> table.getBody()
                        .addRow()
                        .add(
                                cell(names.get(0), each.sheet()),
                                cell(names.get(1), each.cell()),
                                cell(names.get(2), each.in(locale))));
        Div wrap = new Div(table);
        wrap.addClassName("tablewrap");
        if (wrong.size() > MOST_TOLD) {
            wrap.add(new Span(translate("register.workbook.more", Counted.number(MOST_TOLD))));
        }
        return wrap;
    }

    private static NativeTableCell cell(String name, String text) {
        NativeTableCell cell = new NativeTableCell(text.isEmpty() ? "–" : text);
        cell.getElement().setAttribute("data-label", name);
        return cell;
    }

    private void tell(Component... said) {
        upload.clearFileList();
        answer.removeAll();
        answer.add(said);
    }

    private void forget() {
        Path file = kept;
        kept = null;
        if (file != null) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
