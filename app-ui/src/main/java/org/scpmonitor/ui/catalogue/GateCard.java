package org.scpmonitor.ui.catalogue;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.scpmonitor.catalogue.SmartGate.Missing;
import org.scpmonitor.ui.component.Note;
import org.scpmonitor.ui.component.Pages;

/** What a draft lacks to be activated, each with the way to its field. */
class GateCard extends Section {
    GateCard(String code, List<Missing> missing) {
        addClassName("card");
        add(new H2(translate("catalogue.gate.title")));
        if (missing.isEmpty()) {
            add(new Note(Note.Kind.OK, translate("catalogue.gate.complete")));
            return;
        }
        UnorderedList list = new UnorderedList();
        missing.forEach(each -> list.add(new ListItem(Pages.link(
                address(code, each),
                (each.programme().isEmpty() ? "" : each.programme() + ": ")
                        + translate("catalogue.gate." + each.member())))));
        add(new Note(Note.Kind.QUERY, translate("catalogue.gate.missing")), list);
    }

    private static String address(String code, Missing missing) {
        if (!missing.programme().isEmpty()) {
            return Pages.followed(missing.programme(), code) + "?field=" + missing.member();
        }
        return missing.member().equals("programmes")
                ? Pages.PROGRAMME_SETTINGS + "?follow=" + code
                : Pages.definition(code) + "/edit?field=" + missing.member();
    }
}
