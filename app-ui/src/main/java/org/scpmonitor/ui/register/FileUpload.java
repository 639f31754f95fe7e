package org.scpmonitor.ui.register;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.util.function.Consumer;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.register.Entry;
import org.scpmonitor.register.EntryFiles;
import org.scpmonitor.register.EntryFiles.Outcome;
import org.scpmonitor.register.EntryFiles.Type;
import org.scpmonitor.register.EntryFiles.Wanted;
import org.scpmonitor.security.CurrentViewer;
import org.scpmonitor.ui.component.Icon;
import org.scpmonitor.ui.component.Note;
import org.scpmonitor.ui.report.UploadTexts;
import org.scpmonitor.ui.submission.Counted;

/** Where a file is added to an entry: what it is for, and who may read it. */
class FileUpload extends Div {
    private final EntryFiles files;
    private final CurrentViewer viewers;
    private final Entry<?> entry;
    private final Consumer<String> onStored;
    private final Select<Type> type = new Select<>();
    private final Checkbox open = new Checkbox(translate("register.files.open"));
    private final Upload upload = new Upload(this::arrive);
    private final Div problem = new Div();

    /** Read in the request's own thread. */
    private volatile Wish wish = new Wish(Type.EVIDENCE, false, Viewer.PUBLIC);

    private record Wish(Type type, boolean open, Viewer viewer) {}

    /** @param onStored told the name of a file that is stored now */
    FileUpload(EntryFiles files, CurrentViewer viewers, Entry<?> entry, Consumer<String> onStored) {
        this.files = files;
        this.viewers = viewers;
        this.entry = entry;
        this.onStored = onStored;
        addClassName("stack-s");
        type.setLabel(translate("register.files.type"));
        type.setItems(Type.values());
        type.setItemLabelGenerator(each -> translate("register.files.type." + each.code()));
        type.setValue(Type.EVIDENCE);
        type.addValueChangeListener(change -> remember());
        open.setHelperText(translate("register.files.open.help"));
        open.addValueChangeListener(change -> remember());
        problem.getElement().setAttribute("role", "alert");
        Button choose = new Button(translate("register.files.add"), Icon.UPLOAD.small());
        upload.setUploadButton(choose);
        upload.setDropLabel(new Span(translate("register.files.drop", Counted.bytes(EntryFiles.LARGEST))));
        upload.setMaxFiles(1);
        upload.setMaxFileSize(EntryFiles.LARGEST);
        upload.setI18n(UploadTexts.of(Counted.bytes(EntryFiles.LARGEST)));
        upload.setWidthFull();
        upload.addFileRejectedListener(rejected -> tell(rejected.getErrorMessage()));
        add(type, open, upload, problem);
        remember();
    }

    private void remember() {
        wish = new Wish(type.getValue() == null ? Type.OTHER : type.getValue(), open.getValue(), viewers.get());
    }

    private void arrive(UploadEvent event) throws IOException {
        Wish now = wish;
        UI ui = event.getUI();
        byte[] bytes = event.getInputStream().readNBytes(EntryFiles.LARGEST + 1);
        Outcome outcome = files.add(
                now.viewer(),
                entry.kind(),
                entry.code(),
                new Wanted(event.getFileName(), now.type(), now.open(), bytes));
        ui.access(() -> show(outcome, event.getFileName()));
    }

    private void show(Outcome outcome, String name) {
        upload.clearFileList();
        problem.removeAll();
        switch (outcome) {
            case Outcome.Stored _ -> onStored.accept(name);
            case Outcome.Refused(EntryFiles.Reason reason, String argument) ->
                tell(translate("register.files.refused." + reason.name(), name, argument));
        }
    }

    private void tell(String message) {
        upload.clearFileList();
        problem.removeAll();
        problem.add(new Note(Note.Kind.ERROR, message));
    }
}
