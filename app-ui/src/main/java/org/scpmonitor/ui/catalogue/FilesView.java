package org.scpmonitor.ui.catalogue;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.UploadHandler;
import jakarta.annotation.security.RolesAllowed;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.catalogue.CatalogueDifference;
import org.scpmonitor.catalogue.CatalogueDocument;
import org.scpmonitor.catalogue.CatalogueExport;
import org.scpmonitor.catalogue.CatalogueImport.Outcome;
import org.scpmonitor.catalogue.CatalogueJson;
import org.scpmonitor.catalogue.CatalogueProblem;
import org.scpmonitor.ui.component.Icon;
import org.scpmonitor.ui.component.Note;
import org.scpmonitor.ui.component.Page;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.progress.DayPicker;
import org.scpmonitor.ui.submission.Counted;

/** The whole catalogue as one file: fetched, taken over after it was seen what it would change, compared with another. */
@Route(Pages.CATALOGUE + "/files")
@Menu(title = "nav.catalogue.files", icon = "FILE", order = 78)
@RolesAllowed({"MANAGER", "ADMINISTRATOR"})
class FilesView extends Page implements HasDynamicTitle {
    private static final int LARGEST = 64 << 20;

    private final CatalogueExport export;
    private final Taking taking;
    private final Clock clock;
    private final Div result = new Div();
    private final DatePicker day = new DayPicker(translate("catalogue.files.day"));
    private @Nullable CatalogueDocument one;
    private @Nullable CatalogueDocument other;

    FilesView(CatalogueExport export, Taking taking, Clock clock) {
        this.export = export;
        this.taking = taking;
        this.clock = clock;
        result.getElement().setAttribute("role", "status");
        result.addClassName("stack");
        Div cards = columns(fetch(), take(), past(), files());
        add(head(translate("catalogue.files.title"), new Span(translate("catalogue.files.says"))), cards, result);
    }

    private Component fetch() {
        Anchor link = new Anchor(
                (DownloadHandler) event -> {
                    event.setFileName("scp-catalogue-" + today() + ".json");
                    event.setContentType("application/json");
                    CatalogueJson.write(export.current(), event.getOutputStream());
                },
                "");
        link.add(Icon.DOWNLOAD.small(), new Span(translate("catalogue.files.fetch")));
        link.addClassNames("row");
        return card("fetch", link);
    }

    private Component take() {
        return card("take", upload(this::foresee));
    }

    private Component past() {
        day.setMax(today());
        Button compare = new Button(translate("catalogue.files.compare"), click -> {
            LocalDate chosen = day.getValue();
            if (chosen != null) {
                show(CatalogueDifference.between(export.asOf(AsOf.endOf(chosen)), export.current()));
            }
        });
        return card("past", day, compare);
    }

    private Component files() {
        return card(
                "two",
                upload(document -> {
                    one = document;
                    compare();
                }),
                upload(document -> {
                    other = document;
                    compare();
                }));
    }

    private void compare() {
        if (one != null && other != null) {
            show(CatalogueDifference.between(one, other));
        }
    }

    private void foresee(CatalogueDocument document) {
        var prospect = taking.foresee(document);
        result.removeAll();
        switch (prospect.outcome()) {
            case Outcome.Refused refused -> tell(refused.problems());
            case Outcome.Applied applied -> {
                show(prospect.differences());
                if (prospect.figures().total() > 0) {
                    result.add(new FigureTable(prospect.figures()));
                }
                if (!applied.changes().isEmpty()) {
                    Button take = new Button(translate("catalogue.files.confirm"), click -> {
                        result.removeAll();
                        switch (taking.take(document)) {
                            case Outcome.Refused refused -> tell(refused.problems());
                            case Outcome.Applied done ->
                                result.add(new Note(
                                        Note.Kind.OK,
                                        translate(
                                                "catalogue.files.taken",
                                                Counted.number(done.changes().size()))));
                        }
                    });
                    take.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
                    result.add(new Div(take));
                }
            }
        }
    }

    private void show(List<CatalogueDifference> differences) {
        result.removeAll();
        if (differences.isEmpty()) {
            result.add(new Note(Note.Kind.OK, translate("catalogue.files.same")));
            return;
        }
        Div card = new Div(new DifferenceTable(differences));
        card.addClassNames("card", "flush");
        result.add(sectionHead(translate("catalogue.files.differences"), Counted.number(differences.size())), card);
    }

    private void tell(List<CatalogueProblem> problems) {
        problems.forEach(problem -> result.add(new Note(
                Note.Kind.ERROR,
                problem.path() + ": " + problem.read(Words.locale()) + " " + problem.mend(Words.locale()))));
    }

    private Upload upload(Consumer<CatalogueDocument> onRead) {
        UI ui = UI.getCurrent();
        Upload upload = new Upload(UploadHandler.inMemory((file, bytes) -> {
            CatalogueJson.Reading reading = CatalogueJson.read(new ByteArrayInputStream(bytes));
            ui.access(() -> {
                switch (reading) {
                    case CatalogueJson.Reading.Read read -> onRead.accept(read.document());
                    case CatalogueJson.Reading.Unreadable unreadable -> {
                        result.removeAll();
                        tell(List.of(unreadable.problem()));
                    }
                }
            });
        }));
        upload.setMaxFileSize(LARGEST);
        upload.setMaxFiles(1);
        upload.setAcceptedFileTypes("application/json", ".json");
        Button choose = new Button(translate("catalogue.files.choose"));
        upload.setUploadButton(choose);
        upload.setDropLabel(new Span(translate("catalogue.files.drop")));
        return upload;
    }

    private static Component card(String name, Component... content) {
        Section card = new Section(
                new H2(translate("catalogue.files." + name + ".title")),
                new Paragraph(translate("catalogue.files." + name + ".says")));
        card.addClassNames("card", "stack");
        card.add(content);
        return card;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(Objects.requireNonNull(clock).instant(), ZoneOffset.UTC);
    }

    @Override
    public String getPageTitle() {
        return translate("catalogue.files.title") + " · SCP Monitor";
    }
}
