package org.scpmonitor.ui.indicator;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.component.textfield.TextField;
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
import org.jspecify.annotations.Nullable;
import org.scpmonitor.indicator.FigureRows;
import org.scpmonitor.indicator.IndicatorSheet;
import org.scpmonitor.ui.component.DateText;
import org.scpmonitor.ui.component.Icon;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.component.Selection;
import org.scpmonitor.ui.progress.Picture;

/** A link that shows the same figures for ever, and the figures as files. */
class ShareActions extends Div {
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Locale locale = UI.getCurrent().getLocale();
    private final FigureRows rows;
    private final Clock clock;
    private final Span told = new Span();
    private volatile @Nullable Shown shown;

    record Shown(Picture picture, IndicatorSheet sheet, Selection selection) {}

    ShareActions(FigureRows rows, Clock clock, Runnable saveImage) {
        this.rows = rows;
        this.clock = clock;
        addClassName("acts");
        Button link = action(Icon.LINK, "indicator.link");
        link.addClickListener(click -> copy());
        told.addClassName("vh");
        told.getElement().setAttribute("role", "status");
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
        void write(FigureFile file, FigureRows rows, OutputStream out) throws IOException;
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
        writing.write(file, rows, event.getOutputStream());
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
        String address = address(now, moment);
        getElement()
                .executeJs(
                        "const address = new URL($0, document.baseURI).href;"
                                + "return navigator.clipboard.writeText(address).then(() => '', () => address)"
                                + ".catch(() => address)",
                        address)
                .then(
                        String.class,
                        refused -> {
                            if (refused == null || refused.isEmpty()) {
                                copied(moment);
                            } else {
                                offer(refused, moment);
                            }
                        },
                        failed -> offer(address, moment));
    }

    private void copied(Instant moment) {
        told.setText(translate("indicator.link.copied", new DateText(locale).moment(moment)));
        told.removeClassName("vh");
        told.addClassNames("copied", "xs");
        told.getElement()
                .executeJs(
                        "clearTimeout(this.gone); this.gone = setTimeout(() => $0.$server.untold(), 6000)",
                        getElement());
    }

    @ClientCallable
    private void untold() {
        told.setText("");
        told.removeClassNames("copied", "xs");
        told.addClassName("vh");
    }

    /** Where the browser doesn't let the page write to the clipboard. */
    private void offer(String address, Instant moment) {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(translate("indicator.link"));
        dialog.setWidth("34rem");
        TextField field = new TextField();
        field.setAriaLabel(translate("indicator.link"));
        field.setValue(address);
        field.setReadOnly(true);
        field.setAutoselect(true);
        field.setWidthFull();
        dialog.add(new Paragraph(translate("indicator.link.says", new DateText(locale).moment(moment))), field);
        dialog.getFooter().add(new Button(translate("indicator.link.close"), click -> dialog.close()));
        dialog.open();
        field.focus();
    }
}
