package org.scpmonitor.ui.component;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Span;
import org.scpmonitor.progress.ProgressStatus;

/** A progress status: the icon's angle is the progress, never the direction of the values, and the word is always there. */
public class StatusBadge extends Span {
    /** How each status looks. */
    private record Look(String style, String drawing) {

        private static String arrow(int angle) {
            return ("<circle cx=\"10\" cy=\"10\" r=\"9\" fill=\"currentColor\"/><path transform=\"rotate(%d 10 10)\""
                            + " d=\"M5.6 10h8.4M10.4 6.3 14.1 10l-3.7 3.7\" fill=\"none\" stroke=\"var(--scp-surface)\""
                            + " stroke-width=\"1.9\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/>")
                    .formatted(angle);
        }
    }

    private static final String CHECKED = "<circle cx=\"10\" cy=\"10\" r=\"9\" fill=\"currentColor\"/>"
            + "<path d=\"M5.8 10.3 8.8 13.2 14.3 7\" fill=\"none\" stroke=\"var(--scp-surface)\" stroke-width=\"2\""
            + " stroke-linecap=\"round\" stroke-linejoin=\"round\"/>";
    private static final String QUESTION = "<circle cx=\"10\" cy=\"10\" r=\"8.2\" fill=\"none\" stroke=\"currentColor\""
            + " stroke-width=\"1.6\" stroke-dasharray=\"2.6 2.2\"/><path d=\"M7.9 8.2a2.1 2.1 0 1 1 3 1.9c-.6.3-.9.8-.9 1.5"
            + "M10 13.9v.1\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.7\" stroke-linecap=\"round\"/>";

    private static Look look(ProgressStatus status) {
        return switch (status) {
            case ACHIEVED -> new Look("achieved", CHECKED);
            case ON_TRACK -> new Look("ontrack", Look.arrow(-90));
            case ACCELERATION_NEEDED -> new Look("accel", Look.arrow(-45));
            case LIMITED_PROGRESS -> new Look("limited", Look.arrow(0));
            case DETERIORATION -> new Look("deter", Look.arrow(90));
            case UNABLE_TO_ASSESS -> new Look("unable", QUESTION);
        };
    }

    private StatusBadge(ProgressStatus status, String size) {
        Look look = look(status);
        addClassNames("st", style(status));
        if (!size.isEmpty()) {
            addClassName(size);
        }
        add(
                new SvgImage("<svg viewBox=\"0 0 20 20\" aria-hidden=\"true\">" + look.drawing() + "</svg>"),
                new Span(translate("status." + status.name())));
    }

    /** In a pill, as on cards and in tables. */
    public static StatusBadge chip(ProgressStatus status) {
        return new StatusBadge(status, "chip");
    }

    /** The name under which the stylesheet knows the colour of a status. */
    public static String style(ProgressStatus status) {
        return "st-" + look(status).style();
    }

    /** In running text. */
    public static StatusBadge plain(ProgressStatus status) {
        return new StatusBadge(status, "");
    }

    /** Beside a headline figure. */
    public static StatusBadge large(ProgressStatus status) {
        return new StatusBadge(status, "lg");
    }
}
