package org.scpmonitor.ui.register;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.util.List;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.register.Entry;
import org.scpmonitor.register.EntryFiles;
import org.scpmonitor.register.EntryFiles.Attached;
import org.scpmonitor.register.EntryFiles.Whole;
import org.scpmonitor.security.CurrentViewer;
import org.scpmonitor.ui.component.DateText;
import org.scpmonitor.ui.component.Icon;
import org.scpmonitor.ui.component.Tag;
import org.scpmonitor.ui.submission.Counted;

/** The files of an entry; whoever may publish it adds and removes them. */
class FilesCard extends Section {
    private final DateText dates = new DateText(UI.getCurrent().getLocale());
    private final EntryFiles files;
    private final CurrentViewer viewers;
    private final Entry<?> entry;
    private final AsOf asOf;
    private final boolean editable;
    private final Div shown = new Div();
    private final Div said = new Div();

    FilesCard(EntryFiles files, CurrentViewer viewers, Entry<?> entry, AsOf asOf, boolean editable) {
        this.files = files;
        this.viewers = viewers;
        this.entry = entry;
        this.asOf = asOf;
        this.editable = editable;
        addClassNames("card", "stack", "files");
        said.getElement().setAttribute("role", "status");
        said.addClassName("vh");
        add(new H2(translate("register.files")), shown, said);
        if (editable) {
            add(new FileUpload(files, viewers, entry, name -> {
                refresh();
                said.setText(translate("register.files.added", name));
            }));
        }
        refresh();
    }

    private void refresh() {
        shown.removeAll();
        List<Attached> all = files.list(viewers.get(), entry.kind(), entry.code(), asOf);
        setVisible(editable || !all.isEmpty());
        if (all.isEmpty()) {
            Span none = new Span(translate("register.files.none"));
            none.addClassNames("xs", "muted");
            shown.add(none);
        } else {
            UnorderedList list = new UnorderedList();
            list.addClassName("targets");
            all.forEach(file -> list.add(item(file)));
            shown.add(list);
        }
    }

    private ListItem item(Attached file) {
        Anchor link = new Anchor(
                (DownloadHandler) event -> {
                    Whole whole = files.find(viewers.get(), entry.kind(), entry.code(), file.id())
                            .orElseThrow(() -> new IllegalStateException("No such file: " + file.id()));
                    event.setFileName(whole.file().name());
                    event.setContentType(whole.file().mediaType());
                    event.setContentLength(whole.bytes().length);
                    event.getOutputStream().write(whole.bytes());
                },
                "");
        link.add(Icon.DOWNLOAD.small(), new Span(file.name()));
        link.addClassNames("row", "said");
        Div facts = new Div(
                new Tag(translate("register.files.type." + file.type().code())),
                new Span(Counted.bytes(file.size())),
                new Span(dates.day(file.knownFrom())));
        facts.addClassNames("row", "wrap", "xs", "muted");
        if (!file.open()) {
            facts.add(new Tag(Icon.LOCK, translate("register.files.internal"), Tag.Tone.QUERY));
        }
        if (!viewers.get().isPublic() && !file.author().isEmpty()) {
            facts.add(new Span(file.author()));
        }
        ListItem item = new ListItem(link, facts);
        if (editable) {
            Button remove = new Button(translate("register.files.remove"), click -> ask(file));
            remove.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
            remove.setAriaLabel(translate("register.files.remove") + ": " + file.name());
            item.add(remove);
        }
        return item;
    }

    private void ask(Attached file) {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(translate("register.files.remove.title", file.name()));
        dialog.setText(translate("register.files.remove.says"));
        dialog.setCancelable(true);
        dialog.setCancelText(translate("submission.leave"));
        dialog.setConfirmText(translate("register.files.remove"));
        dialog.addConfirmListener(confirmed -> {
            boolean removed = files.remove(viewers.get(), entry.kind(), entry.code(), file.id());
            refresh();
            said.setText(removed ? translate("register.files.removed", file.name()) : translate("register.outofscope"));
        });
        dialog.open();
    }
}
