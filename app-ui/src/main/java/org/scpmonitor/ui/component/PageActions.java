package org.scpmonitor.ui.component;

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
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.AsOf;

/** A link that shows the same for ever, and what a page shows as files. */
public class PageActions extends Div {
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Locale locale = UI.getCurrent().getLocale();
    private final Clock clock;
    private final LinkCopy told = new LinkCopy();
    private final Popover choices = new Popover();
    private final Div list = new Div();
    private volatile @Nullable Shown shown;

    /** What a page shows as it stands. */
    public interface Shown {
        /** As of when. */
        AsOf asOf();

        /**
         * Everything that the page shows, said in full, so that no later change of a default shows something else.
         *
         * @return relative to the application, without the language
         */
        String address(Instant moment);

        /**
         * Made for whoever asks then.
         *
         * @param moment as of which it is, to the instant
         * @param address of the page that shows the same for ever
         */
        TableFile file(Instant moment, String address, Locale locale);
    }

    /** Hidden until something is shown. */
    public PageActions(Clock clock) {
        this.clock = clock;
        addClassName("acts");
        Button link = action(Icon.LINK, "shell.link");
        link.addClickListener(click -> copy());
        Button download = action(Icon.DOWNLOAD, "shell.download");
        download.getElement().setAttribute("aria-haspopup", "true");
        choices.setTarget(download);
        choices.setPosition(PopoverPosition.BOTTOM_END);
        choices.setAutofocus(true);
        choices.setAriaLabel(translate("shell.download"));
        list.add(
                file("shell.download.csv", ".csv", "text/csv;charset=UTF-8", TableFile::writeCsv),
                file("shell.download.xlsx", ".xlsx", WORKBOOK, TableFile::writeWorkbook));
        list.addClassName("menu");
        choices.add(list);
        add(link, told, download, choices);
        setVisible(false);
    }

    /** @param now null where there is nothing to take along */
    public void show(@Nullable Shown now) {
        shown = now;
        setVisible(now != null);
    }

    /** The last lines above a file's table: as of when it is, and where the same can be seen for ever. */
    public static List<List<String>> said(Instant moment, String address, Locale locale) {
        return List.of(
                List.of(
                        translate(locale, "shell.file.asof"),
                        new DateText(locale).moment(moment) + " (" + moment + ")"),
                List.of(translate(locale, "shell.file.address"), address));
    }

    /** Another thing that can be taken along. */
    protected void offer(Icon icon, String key, Runnable take) {
        list.add(new Button(translate(key), icon.small(), click -> {
            choices.close();
            take.run();
        }));
    }

    private static Button action(Icon icon, String key) {
        Button button = new Button(translate(key), icon.small());
        button.addClassName("act");
        button.setAriaLabel(translate(key));
        return button;
    }

    private interface Writing {
        void write(TableFile file, OutputStream out) throws IOException;
    }

    private Component file(String key, String ending, String type, Writing writing) {
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
        TableFile file = now.file(moment, server(event.getRequest()) + "/" + address(now, moment), locale);
        event.setFileName(file.name() + ending);
        event.setContentType(type);
        writing.write(file, event.getOutputStream());
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
        Instant asked = now.asOf().moment();
        return asked == null ? clock.instant().truncatedTo(ChronoUnit.MILLIS) : asked;
    }

    private String address(Shown now, Instant moment) {
        return now.address(moment) + "&lang=" + locale.getLanguage();
    }

    private void copy() {
        Shown now = shown;
        if (now == null) {
            return;
        }
        Instant moment = moment(now);
        String day = new DateText(locale).moment(moment);
        told.copy(new LinkCopy.Link(
                address(now, moment), translate("shell.link.copied", day), translate("shell.link.says", day)));
    }
}
