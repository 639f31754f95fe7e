package org.scpmonitor.ui.report;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import org.scpmonitor.mapping.Mappings.Saved;
import org.scpmonitor.submission.SubmissionLine;
import org.scpmonitor.ui.mapping.MappingDialog;

/** What a sender may do with a table in a layout of its own: say how it is read, or read it as another one was. */
class OwnTable extends Div {

    OwnTable(Sending sending, SubmissionLine line) {
        addClassNames("card", "stack");
        H2 title = new H2(translate("mapping.own"));
        title.addClassName("card-h");
        Button map = new Button(
                translate("mapping.open"),
                click -> new MappingDialog(sending.mapping(), line, null, version -> sending.mapped(line, version))
                        .open());
        map.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div actions = new Div(map);
        actions.addClassNames("row", "wrap");
        List<Saved> saved = sending.mapping().mappings().listFor(line.place().code());
        if (!saved.isEmpty()) {
            actions.add(choice(saved, sending, line));
        }
        add(title, new Paragraph(translate("mapping.own.says")), actions);
    }

    private static Div choice(List<Saved> saved, Sending sending, SubmissionLine line) {
        Select<Saved> choice = new Select<>();
        choice.setLabel(translate("mapping.saved"));
        choice.setItems(saved);
        choice.setItemLabelGenerator(each -> translate("mapping.saved.version", each.name(), each.version()));
        choice.setValue(saved.getFirst());
        Button read = new Button(translate("mapping.saved.use"), click -> {
            Saved chosen = choice.getValue();
            if (chosen != null) {
                sending.mapped(line, chosen.id());
            }
        });
        Button change = new Button(translate("mapping.saved.change"), click -> {
            Saved chosen = choice.getValue();
            if (chosen != null) {
                new MappingDialog(sending.mapping(), line, chosen, version -> sending.mapped(line, version)).open();
            }
        });
        Div row = new Div(choice, read, change);
        row.addClassNames("row", "wrap");
        return row;
    }
}
