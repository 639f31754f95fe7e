package org.scpmonitor.ui.catalogue;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.catalogue.CatalogueDifference;
import org.scpmonitor.ui.submission.Counted;

/** Members that differ, the old beside the new. */
class DifferenceTable extends Div {
    private static final int MOST = 200;
    private static final int LONGEST = 120;

    DifferenceTable(List<CatalogueDifference> differences) {
        addClassName("tablewrap");
        NativeTable table = new NativeTable();
        NativeTableRow head = table.getHead().addRow();
        Stream.of("what", "member", "before", "after").forEach(name -> {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(translate("catalogue.difference." + name));
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        });
        differences.stream()
                .limit(MOST)
                .forEach(each -> table.getBody()
                        .addRow()
                        .add(
                                new NativeTableCell(
                                        each.code().isEmpty() ? Members.name(each.part()) : shortened(each.code())),
                                member(each),
                                new NativeTableCell(text(each.before())),
                                new NativeTableCell(text(each.after()))));
        add(table);
        if (differences.size() > MOST) {
            add(Words.muted(translate("catalogue.difference.more", Counted.number(differences.size() - MOST))));
        }
    }

    private static NativeTableCell member(CatalogueDifference each) {
        if (!each.member().isEmpty()) {
            return new NativeTableCell(Members.name(each.member()));
        }
        Span whole = new Span(translate(
                each.before() == null ? "catalogue.difference.added" : "catalogue.difference.gone",
                Members.name(each.part())));
        whole.addClassName("b");
        return new NativeTableCell(whole);
    }

    /** What has no code of its own is told by all that it says. */
    private static String shortened(String code) {
        return code.length() > LONGEST ? code.substring(0, LONGEST) + "…" : code;
    }

    private static String text(@Nullable String value) {
        return value == null ? "–" : value;
    }
}
