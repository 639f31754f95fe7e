package org.scpmonitor.ui.indicator;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import org.scpmonitor.progress.IndicatorProgress;
import org.scpmonitor.progress.IndicatorProgress.TargetVersion;
import org.scpmonitor.ui.component.DateText;
import org.scpmonitor.ui.component.NumberText;
import org.scpmonitor.ui.component.Tag;
import org.scpmonitor.ui.component.UnitText;
import org.scpmonitor.ui.progress.Picture;

/** The target's successive versions with their sources, the latest first. */
class TargetsCard extends Section {
    private final Locale locale = UI.getCurrent().getLocale();
    private final IndicatorProgress progress;

    TargetsCard(IndicatorProgress progress) {
        this.progress = progress;
        addClassName("card");
        add(new H2(translate("indicator.targets")));
        OrderedList versions = new OrderedList();
        versions.addClassName("targets");
        progress.targets().reversed().forEach(each -> versions.add(version(each)));
        add(versions);
    }

    private ListItem version(TargetVersion target) {
        H3 title = new H3(translate(
                "indicator.targets.value",
                Picture.label(target.period()),
                UnitText.with(new NumberText(locale).of(target.value()), progress.unit())));
        Div head = new Div(title);
        head.addClassNames("row", "wrap");
        head.add(
                target.current()
                        ? new Tag(translate("indicator.targets.valid"), Tag.Tone.OK)
                        : new Tag(translate("indicator.targets.superseded")));
        if (target.conditional()) {
            head.add(new Tag(translate("indicator.targets.conditional")));
        }
        if (target.illustrative()) {
            head.add(Tag.illustrative());
        }
        ListItem item = new ListItem(head, new Paragraph(target.statement().in(locale)));
        if (target.derivation() != null) {
            item.add(note(translate("indicator.targets.derivation", target.derivation())));
        }
        if (target.definitionNote() != null) {
            item.add(note(target.definitionNote().in(locale)));
        }
        item.add(source(target));
        return item;
    }

    private Component source(TargetVersion target) {
        Paragraph source = new Paragraph();
        source.addClassName("src");
        if (target.sourceUrl() == null) {
            source.add(new Span(target.sourceTitle()));
        } else {
            source.add(new Anchor(target.sourceUrl(), target.sourceTitle(), AnchorTarget.BLANK));
        }
        source.add(
                new Span(" · " + translate("indicator.targets.decided", new DateText(locale).day(target.decidedOn()))));
        return source;
    }

    private static Paragraph note(String text) {
        Paragraph note = new Paragraph(text);
        note.addClassNames("xs", "muted");
        return note;
    }
}
