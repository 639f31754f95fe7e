package org.scpmonitor.ui.methods;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.scpmonitor.method.MethodExampleQueries;
import org.scpmonitor.method.MethodExamples;
import org.scpmonitor.ui.component.Page;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.component.SvgImage;

/** Every method that stands behind a figure: what it says, its formula, an example, and where it comes from. */
@Route(Pages.METHODS)
@Menu(title = "nav.catalogue.methods", icon = "SUM", order = 75)
@AnonymousAllowed
class MethodsView extends Page implements HasDynamicTitle {
    MethodsView(MethodExampleQueries queries) {
        MethodExamples computed = queries.compute();
        WorkedExamples examples = new WorkedExamples(computed);
        Div sections = new Div();
        sections.addClassName("stack");
        UnorderedList contents = new UnorderedList();
        for (Topic topic : Topic.values()) {
            sections.add(section(topic, examples));
            Anchor link = new Anchor("methods#" + topic.anchor(), translate("methods." + topic.anchor()));
            link.getElement().setAttribute("router-ignore", true);
            contents.add(new ListItem(link));
        }
        Nav nav = new Nav(contents);
        nav.setAriaLabel(translate("methods.contents"));
        nav.addClassNames("card", "methods-nav", "no-print");
        Div pair = new Div(nav, sections);
        pair.addClassName("methods");
        add(head(translate("methods.title"), new Span(translate("methods.says"))), pair);
    }

    /**
     * The browser looks for the anchor before the page is there; after a step within the application the address has it only
     * a moment later.
     */
    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        getElement()
                .executeJs("const go = left => {"
                        + " const at = location.hash && document.getElementById(location.hash.slice(1));"
                        + " if (at) { requestAnimationFrame(() => { at.scrollIntoView(); at.focus({preventScroll: true}); }); }"
                        + " else if (left > 0) { setTimeout(() => go(left - 1), 100); } };"
                        + "go(20);");
    }

    private static Component section(Topic topic, WorkedExamples examples) {
        String key = "methods." + topic.anchor();
        H2 title = new H2(translate(key));
        title.addClassName("card-h");
        Section section = new Section(title, new Paragraph(translate(key + ".says")));
        section.addClassNames("card", "method");
        section.setId(topic.anchor());
        section.getElement().setAttribute("tabindex", "-1");
        topic.formulas().forEach(each -> {
            SvgImage formula = new SvgImage(each);
            formula.addClassName("formula-math");
            section.add(formula);
        });
        if (!topic.formulas().isEmpty()) {
            SvgImage where = new SvgImage(indexed(translate(key + ".where")));
            where.addClassNames("where", "xs", "muted");
            section.add(where);
        }
        examples.of(topic).ifPresent(example -> {
            example.belongTo(translate(key));
            section.add(example);
        });
        Paragraph source = new Paragraph(translate("methods.source") + " " + translate(key + ".source"));
        source.addClassName("src");
        section.add(source);
        return section;
    }

    /** {@code y_T} with its index below the line. */
    private static String indexed(String text) {
        return SvgImage.escaped(text).replaceAll("_(.)", "<sub>$1</sub>");
    }

    @Override
    public String getPageTitle() {
        return translate("methods.title") + " · SCP Monitor";
    }
}
