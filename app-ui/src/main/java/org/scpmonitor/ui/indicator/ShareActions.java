package org.scpmonitor.ui.indicator;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.indicator.IndicatorSheet;
import org.scpmonitor.ui.component.DateText;
import org.scpmonitor.ui.component.Icon;
import org.scpmonitor.ui.component.LinkCopy;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.component.Selection;
import org.scpmonitor.ui.progress.Picture;

/** A link that shows the same figures for ever, and the figures as files. */
class ShareActions extends Div {
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Locale locale = UI.getCurrent().getLocale();
    private final Supplier<FigureFile.Source> source;
    private final Clock clock;
    private final LinkCopy told = new LinkCopy();
    private volatile @Nullable Shown shown;

    record Shown(Picture picture, IndicatorSheet sheet, Selection selection) {}

    /** @param source where files read their rows, for whoever asks then */
    ShareActions(Supplier<FigureFile.Source> source, Clock clock, Runnable saveImage) {
        this.source = source;
        this.clock = clock;
        addClassName("acts");
        Button link = action(Icon.LINK, "shell.link");
        link.addClickListener(click -> copy());
        Button download = action(Icon.DOWNLOAD, "indicator.download");
        download.getElement().setAttribute("aria-haspopup", "true");
        add(link, told, download, choices(download, saveImage));
        setVisible(false);
    }

    void show(@Nullable Shown now) {
        shown = now;
        setVisible(now != null);
    }

    private static Button action(Icon icon, String key) {
        Button button = new Button(translate(key), icon.small());
        button.addClassName("act");
        button.setAriaLabel(translate(key));
        return button;
    }

    private Popover choices(Button download, Runnable saveImage) {
        Popover choices = new Popover();
        choices.setTarget(download);
        choices.setPosition(PopoverPosition.BOTTOM_END);
        choices.setAutofocus(true);
        choices.setAriaLabel(translate("indicator.download"));
        Button image = new Button(translate("indicator.download.png"), Icon.CHART.small(), click -> {
            choices.close();
            saveImage.run();
        });
        Div list = new Div(
                file("indicator.download.csv", ".csv", "text/csv;charset=UTF-8", FigureFile::writeCsv, choices),
                file("indicator.download.xlsx", ".xlsx", WORKBOOK, FigureFile::writeWorkbook, choices),
                image);
        list.addClassName("menu");
        choices.add(list);
        return choices;
    }

    private interface Writing {
        void write(FigureFile file, FigureFile.Source source, OutputStream out) throws IOException;
    }

    private Component file(String key, String ending, String type, Writing writing, Popover choices) {
        Anchor link = new Anchor((DownloadHandler) event -> answer(event, ending, type, writing), "");
        link.getElement().setAttribute("download", true);
        link.add(Icon.FILE.small(), new Span(translate(key)));
        link.addClassName("btn");
        link.getElement().addEventListener("click", click -> choices.close());
        return link;
    }

    private void answer(DownloadEvent event, String ending, String type, Writing writing) throws IOException {
        Shown now = shown;
        if (now == null) {
            throw new IllegalStateException("Nothing is shown");
        }
        Instant moment = moment(now);
        String server = server(event.getRequest());
        var file = new FigureFile(
                now.picture(), now.sheet(), now.selection(), moment, server + "/" + address(now, moment), locale);
        event.setFileName(file.name() + ending);
        event.setContentType(type);
        writing.write(file, source.get(), event.getOutputStream());
    }

    /** As the browser knows it, for a link in a file. */
    private static String server(VaadinRequest request) {
        if (request instanceof VaadinServletRequest servlet) {
            String whole = servlet.getHttpServletRequest().getRequestURL().toString();
            int path = whole.indexOf('/', whole.indexOf("//") + 2);
            return path < 0 ? whole : whole.substring(0, path);
        }
        return "";
    }

    private Instant moment(Shown now) {
        Instant asked = now.selection().moment().moment();
        return asked == null ? clock.instant().truncatedTo(ChronoUnit.MILLIS) : asked;
    }

    /** Everything that the page shows, said in full, so that no later change of a default shows something else. */
    private String address(Shown now, Instant moment) {
        Selection pinned = now.selection()
                .ofProgramme(now.picture().progress().programme().code())
                .by(now.picture().method())
                .asKnownAt(moment);
        return Pages.indicator(now.sheet().code(), pinned.look(null)) + look(now) + "&lang=" + locale.getLanguage();
    }

    private static String look(Shown now) {
        Selection.Look look = now.selection().look();
        return look == null ? "" : "&look=" + look.name().toLowerCase(Locale.ROOT);
    }

    private void copy() {
        Shown now = shown;
        if (now == null) {
            return;
        }
        Instant moment = moment(now);
        String day = new DateText(locale).moment(moment);
        told.copy(new LinkCopy.Link(
                address(now, moment), translate("indicator.link.copied", day), translate("indicator.link.says", day)));
    }
}
