package org.scpmonitor.ui.catalogue;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Section;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.catalogue.CatalogueDocument.ProgrammeIndicator;
import org.scpmonitor.catalogue.CatalogueDocument.Target;
import org.scpmonitor.catalogue.FollowedFields;
import org.scpmonitor.ui.component.DateText;
import org.scpmonitor.ui.component.NumberText;
import org.scpmonitor.ui.component.Tag;
import org.scpmonitor.ui.component.UnitText;

/** The targets and milestones that are set, with all versions; from here another one is asked for. */
class TargetsCard extends Section {
    private final String unit;

    TargetsCard(String programme, ProgrammeIndicator followed, String unit, FollowedForm form) {
        this.unit = unit;
        addClassNames("card", "stack");
        NativeTable table = new NativeTable();
        NativeTableRow head = table.getHead().addRow();
        Stream.of("target", "period", "value", "decided", "another").forEach(name -> {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(translate("catalogue.targets." + name));
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        });
        List<Target> targets = followed.targets();
        targets.forEach(target -> {
            boolean last = targets.stream()
                    .noneMatch(each -> each.code().equals(target.code()) && each.version() > target.version());
            NativeTableCell more = new NativeTableCell();
            if (last) {
                more.add(new Button(
                        translate("catalogue.targets.version"),
                        click -> form.askForTarget(FollowedFields.another(target))));
            }
            table.getBody()
                    .addRow()
                    .add(
                            new NativeTableCell(target.code() + " v" + target.version()),
                            new NativeTableCell(target.period().label(Words.locale())),
                            value(target.value(), target.illustrative()),
                            new NativeTableCell(new DateText(Words.locale()).day(target.decidedOn())),
                            more);
        });
        followed.milestones()
                .forEach(milestone -> table.getBody()
                        .addRow()
                        .add(
                                new NativeTableCell(translate("catalogue.form.milestone")),
                                new NativeTableCell(label(milestone.period())),
                                value(milestone.value(), milestone.illustrative()),
                                new NativeTableCell(),
                                new NativeTableCell()));
        Div wrap = new Div(table);
        wrap.addClassName("tablewrap");
        wrap.setVisible(!targets.isEmpty() || !followed.milestones().isEmpty());
        Button target = new Button(
                translate("catalogue.targets.new"),
                click -> form.askForTarget(
                        Map.of("target.code", programme + "-" + followed.indicator() + "-" + (targets.size() + 1))));
        Button milestone = new Button(translate("catalogue.targets.milestone"), click -> form.askForMilestone());
        Div more = new Div(target, milestone);
        more.addClassNames("row", "wrap");
        add(new H2(translate("catalogue.targets.title")), wrap, more);
    }

    private NativeTableCell value(BigDecimal value, boolean illustrative) {
        NativeTableCell cell =
                new NativeTableCell(UnitText.with(new NumberText(Words.locale()).full(value), unit) + " ");
        if (illustrative) {
            cell.add(Tag.illustrative());
        }
        return cell;
    }

    private static String label(ReportingPeriod period) {
        return period.label(Words.locale());
    }
}
