package org.scpmonitor.ui.publication;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.publication.Publication;
import org.scpmonitor.publication.Publications;
import org.scpmonitor.publication.Publications.Preview;
import org.scpmonitor.publication.Publications.Programme;
import org.scpmonitor.ui.component.Note;
import org.scpmonitor.ui.component.NumberText;

/** Programme, period and note; before it is published, how many figures there are and how many of them are partial. */
class PublishDialog extends Dialog {
    private static final int LONGEST_NOTE = 1_000;

    private final Locale locale = UI.getCurrent().getLocale();
    private final Publications publications;
    private final Select<Programme> programme = new Select<>();
    private final TextField period = new TextField(translate("publication.period"));
    private final TextArea note = new TextArea(translate("publication.note"));
    private final Div effect = new Div();
    private final Button publish = new Button(translate("publication.publish"));

    /** @param proposed the period that is asked about first */
    PublishDialog(Publications publications, Publishing publishing, ReportingPeriod proposed) {
        this.publications = publications;
        setHeaderTitle(translate("publication.publish.title"));
        setWidth("min(30rem, 100%)");
        programme.setLabel(translate("publication.programme"));
        programme.setItems(publications.programmes());
        programme.setItemLabelGenerator(PublishDialog.this::name);
        programme.setEmptySelectionAllowed(true);
        programme.setEmptySelectionCaption(translate("publication.all"));
        period.setHelperText(translate("publication.period.help"));
        period.setValue(proposed.toString());
        period.setValueChangeMode(ValueChangeMode.LAZY);
        note.setMaxLength(LONGEST_NOTE);
        note.setHelperText(translate("publication.note.help"));
        effect.getElement().setAttribute("role", "status");
        Div content = new Div(programme, period, note, effect);
        content.addClassName("stack");
        add(content);
        programme.addValueChangeListener(change -> preview());
        period.addValueChangeListener(change -> preview());
        publish.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        publish.setDisableOnClick(true);
        publish.addClickListener(
                click -> ReportingPeriod.parse(period.getValue().strip())
                        .flatMap(wanted -> publishing.publish(
                                code(), wanted, note.getValue().strip()))
                        .ifPresent(this::show));
        getFooter().add(new Button(translate("submission.leave"), click -> close()), publish);
        preview();
    }

    private String name(@Nullable Programme each) {
        return each == null ? translate("publication.all") : each.name().in(locale);
    }

    private @Nullable String code() {
        return Optional.ofNullable(programme.getValue()).map(Programme::code).orElse(null);
    }

    private void preview() {
        effect.removeAll();
        Optional<ReportingPeriod> wanted =
                ReportingPeriod.parse(period.getValue().strip());
        period.setInvalid(wanted.isEmpty());
        period.setErrorMessage(translate("publication.period.bad"));
        Preview preview = wanted.map(each -> publications.preview(code(), each)).orElse(new Preview(0, 0));
        publish.setEnabled(preview.figures() > 0);
        if (wanted.isEmpty()) {
            return;
        }
        NumberText number = new NumberText(locale);
        if (preview.figures() == 0) {
            effect.add(new Note(Note.Kind.PLAIN, translate("publication.preview.none")));
        } else if (preview.partial() > 0) {
            effect.add(new Note(
                    Note.Kind.QUERY,
                    translate(
                            "publication.preview.partial",
                            number.of(preview.figures()),
                            number.of(preview.partial()))));
        } else {
            effect.add(new Note(Note.Kind.OK, translate("publication.preview", number.of(preview.figures()))));
        }
    }

    private void show(Publication published) {
        close();
        UI.getCurrent().navigate(PublicationView.class, PublicationView.of(published.id()));
    }
}
