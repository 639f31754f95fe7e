package org.scpmonitor.ui.component;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Span;

/** A word or two in a small frame. */
public class Tag extends Span {
    /** What the colour of the frame stands for; progress is shown by {@link StatusBadge} alone. */
    public enum Tone {
        NEUTRAL(""),
        ERROR("error"),
        QUERY("query"),
        OK("ok"),
        INFO("info"),
        ACCENT("acc");

        private final String style;

        Tone(String style) {
            this.style = style;
        }
    }

    public Tag(String text) {
        this(text, Tone.NEUTRAL);
    }

    public Tag(String text, Tone tone) {
        this(new Span(text), tone);
    }

    /** With an icon before the text. */
    public Tag(Icon icon, String text, Tone tone) {
        this(new Span(icon.image(), new Span(text)), tone);
    }

    private Tag(Span content, Tone tone) {
        addClassName("tag");
        if (!tone.style.isEmpty()) {
            addClassName(tone.style);
        }
        add(content);
    }

    /** Stands wherever a figure, a date or a name is ours and not a source's. */
    public static Span illustrative() {
        Span tag = new Span(translate("shell.illustrative"));
        tag.addClassName("ilu");
        return tag;
    }
}
