package org.scpmonitor.ui.assignment;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import org.scpmonitor.assignment.Assignments.Choices;
import org.scpmonitor.assignment.Assignments.Group;

/** The fields by which institutions are chosen; a field that has nothing to choose is left out. */
class GroupFields {
    private final ComboBox<String> country = new ComboBox<>();
    private final ComboBox<String> kind = new ComboBox<>();
    private final ComboBox<String> programme = new ComboBox<>();
    private final TextField text = new TextField();

    GroupFields(Choices choices, Runnable changed) {
        text.setPlaceholder(translate("due.search"));
        text.setAriaLabel(translate("due.search"));
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        text.addValueChangeListener(change -> changed.run());
        prepare(country, "assignment.country", choices.countries(), changed);
        prepare(kind, "assignment.kind", choices.kinds(), changed);
        kind.setItemLabelGenerator(each -> translate("assignment.kind." + each));
        prepare(programme, "assignment.programme", choices.programmes(), changed);
    }

    private static void prepare(ComboBox<String> field, String name, List<String> items, Runnable changed) {
        field.setItems(items);
        field.setPlaceholder(translate(name));
        field.setAriaLabel(translate(name));
        field.setClearButtonVisible(true);
        field.setVisible(items.size() > 1);
        field.addValueChangeListener(change -> changed.run());
    }

    void addTo(HasComponents container) {
        container.add(text, country, kind, programme);
    }

    Group value() {
        return new Group(country.getValue(), kind.getValue(), programme.getValue(), text.getValue());
    }
}
