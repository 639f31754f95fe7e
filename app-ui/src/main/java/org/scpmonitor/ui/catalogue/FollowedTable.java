package org.scpmonitor.ui.catalogue;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.catalogue.CatalogueDocument.Baseline;
import org.scpmonitor.catalogue.CatalogueDocument.Programme;
import org.scpmonitor.catalogue.CatalogueDocument.ProgrammeIndicator;
import org.scpmonitor.catalogue.CatalogueDocument.Target;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.component.Tag;

/** The indicators that a programme follows: from where, to where, who answers; and the choice of another. */
class FollowedTable extends Div {
    FollowedTable(Programme programme, List<String> indicators) {
        addClassNames("card", "tablewrap", "stack");
        NativeTable table = new NativeTable();
        NativeTableRow head = table.getHead().addRow();
        Stream.of("indicator", "baseline", "targets", "responsible", "estimation")
                .forEach(name -> {
                    NativeTableHeaderCell cell = new NativeTableHeaderCell(translate("catalogue.followed." + name));
                    cell.getElement().setAttribute("scope", "col");
                    head.add(cell);
                });
        programme.indicators().forEach(each -> table.getBody().addRow().add(cells(programme.code(), each)));
        ComboBox<String> more = new ComboBox<>(translate("catalogue.followed.add"));
        List<String> followed = programme.indicators().stream()
                .map(ProgrammeIndicator::indicator)
                .toList();
        more.setItems(
                indicators.stream().filter(code -> !followed.contains(code)).toList());
        more.addValueChangeListener(
                change -> UI.getCurrent().navigate(Pages.followed(programme.code(), change.getValue())));
        add(table, new Div(more));
    }

    private static NativeTableCell[] cells(String programme, ProgrammeIndicator each) {
        NativeTableCell name = new NativeTableCell();
        name.add(Pages.link(Pages.followed(programme, each.indicator()), each.indicator()));
        if (each.headline()) {
            name.add(new Span(" "), new Tag(translate("catalogue.headline"), Tag.Tone.ACCENT));
        }
        return new NativeTableCell[] {
            name,
            new NativeTableCell(baseline(each.baseline())),
            new NativeTableCell(each.targets().stream()
                    .map(Target::period)
                    .distinct()
                    .map(period -> period.label(Words.locale()))
                    .collect(Collectors.joining(", "))),
            new NativeTableCell(Objects.requireNonNullElse(each.responsible(), "")),
            new NativeTableCell(each.estimation() == null ? "" : translate("estimation." + each.estimation()))
        };
    }

    private static String baseline(@Nullable Baseline baseline) {
        return baseline == null ? "" : baseline.period().label(Words.locale());
    }
}
