package org.scpmonitor.ui.submission;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.submission.Finding;
import org.scpmonitor.submission.FindingCode;
import org.scpmonitor.submission.FindingTexts;
import org.scpmonitor.submission.Findings;
import org.scpmonitor.submission.Findings.Kept;
import org.scpmonitor.submission.Severity;
import org.scpmonitor.ui.component.Icon;
import org.scpmonitor.ui.component.Tag;

/** Findings one by one: where, what stands there, what was expected, how to mend it, and what can be answered here. */
class FindingGrid extends Grid<Kept> {
    private static final int ROWS_WITHOUT_SCROLLING = 12;

    private final @Nullable Answers answers;

    /** @param preview what surrounds a finding in its file */
    FindingGrid(@Nullable Answers answers, Function<Finding, Component> preview) {
        this.answers = answers;
        setItemDetailsRenderer(new ComponentRenderer<>(kept -> preview.apply(kept.finding())));
        setDetailsVisibleOnClick(false);
        addThemeVariants(GridVariant.LUMO_WRAP_CELL_CONTENT, GridVariant.LUMO_NO_BORDER);
        setSelectionMode(SelectionMode.NONE);
        getElement().setAttribute("aria-label", translate("submission.findings"));
        Column<Kept> all = addComponentColumn(this::stacked);
        addComponentColumn(FindingGrid::type)
                .setHeader(translate("submission.finding.type"))
                .setSortProperty(Findings.Order.SEVERITY.name())
                .setWidth("6rem")
                .setFlexGrow(0);
        addComponentColumn(this::cell)
                .setHeader(translate("submission.finding.cell"))
                .setSortProperty(Findings.Order.CELL.name())
                .setWidth("7rem")
                .setFlexGrow(1);
        addComponentColumn(kept -> read(kept.finding()))
                .setHeader(translate("submission.finding.read"))
                .setSortProperty(Findings.Order.READ.name())
                .setWidth("8rem")
                .setFlexGrow(1);
        addColumn(kept -> texts(kept.finding()).expected())
                .setHeader(translate("submission.finding.expected"))
                .setWidth("11rem")
                .setFlexGrow(3);
        addComponentColumn(this::mend)
                .setHeader(translate("submission.finding.mend"))
                .setWidth("15rem")
                .setFlexGrow(5);
        Narrow.stack(this, all);
    }

    /** As high as its rows where they are few; else it scrolls. */
    void fit(int rows) {
        boolean few = rows <= ROWS_WITHOUT_SCROLLING;
        setAllRowsVisible(few);
        setHeight(few ? null : "34rem");
    }

    private static FindingTexts texts(Finding finding) {
        return FindingTexts.of(finding, UI.getCurrent().getLocale());
    }

    static Component type(Kept kept) {
        return switch (kept.finding().severity()) {
            case ERROR -> new Tag(Icon.STOP, translate("submission.error"), Tag.Tone.ERROR);
            case QUERY ->
                kept.explanation() == null
                        ? new Tag(Icon.QUERY, translate("submission.query"), Tag.Tone.QUERY)
                        : new Tag(Icon.CHECK, translate("submission.query.explained"), Tag.Tone.OK);
        };
    }

    static String place(Finding finding) {
        if (finding.sheet().isEmpty()) {
            return finding.place().isEmpty() ? translate("submission.finding.file") : finding.place();
        }
        return finding.place().isEmpty() ? finding.sheet() : finding.sheet() + "!" + finding.place();
    }

    /** Opens and closes what surrounds the cell in its file. */
    private Component cell(Kept kept) {
        if (kept.finding().row() == null) {
            return mono(place(kept.finding()));
        }
        NativeButton cell =
                new NativeButton(place(kept.finding()), click -> setDetailsVisible(kept, !isDetailsVisible(kept)));
        cell.addClassNames("mono", "xs", "linklike");
        cell.setTitle(translate("submission.preview"));
        return cell;
    }

    private static Component mono(String text) {
        Span span = new Span(text);
        span.addClassNames("mono", "xs");
        return span;
    }

    private static Component read(Finding finding) {
        Span span = new Span(finding.read().isEmpty() ? translate("submission.finding.empty") : finding.read());
        span.addClassName(finding.read().isEmpty() ? "faint" : "rd");
        return span;
    }

    private Component mend(Kept kept) {
        FindingTexts texts = texts(kept.finding());
        Div what = new Div(texts.what());
        what.addClassName("b");
        Div mend = new Div(what, new Div(texts.mend()));
        mend.addClassName("fix");
        if (kept.explanation() != null) {
            Div explanation = new Div(translate("submission.quoted", kept.explanation()));
            explanation.addClassNames("xs", "muted");
            mend.add(explanation);
        }
        if (answers != null) {
            mend.add(buttons(kept, answers));
        }
        return mend;
    }

    private Component buttons(Kept kept, Answers answers) {
        Div buttons = new Div();
        buttons.addClassNames("row", "wrap");
        if (kept.finding().severity() == Severity.QUERY) {
            if (kept.explanation() == null) {
                buttons.add(button(translate("submission.confirm"), () -> {
                    answers.explain(kept.id(), translate("submission.confirm.text"));
                    readAgain();
                }));
            }
            buttons.add(button(
                    translate(kept.explanation() == null ? "submission.explain" : "submission.explain.change"),
                    () -> new ExplainDialog(
                                    kept,
                                    Findings.Filter.ALL.ofCode(kept.finding().code()),
                                    answers,
                                    this::readAgain)
                            .open()));
        } else if (kept.finding().code() == FindingCode.AMBIGUOUS_NUMBER) {
            buttons.add(
                    button(translate("submission.numbers.comma"), () -> answers.settleNumbers("comma")),
                    button(translate("submission.numbers.point"), () -> answers.settleNumbers("point")));
        }
        return buttons;
    }

    private void readAgain() {
        getDataProvider().refreshAll();
    }

    private static Button button(String text, Runnable action) {
        Button button = new Button(text, click -> action.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return button;
    }

    private Component stacked(Kept kept) {
        Div head = new Div(type(kept), cell(kept), read(kept.finding()));
        head.addClassNames("row", "wrap");
        Span label = new Span(translate("submission.finding.expected") + ": ");
        label.addClassName("faint");
        Div expected = new Div(label, new Span(texts(kept.finding()).expected()));
        expected.addClassName("xs");
        Div stack = new Div(head, mend(kept), expected);
        stack.addClassName("stacked");
        return stack;
    }
}
