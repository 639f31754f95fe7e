package org.scpmonitor.ui.layout;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.scpmonitor.ui.component.Icon;
import org.scpmonitor.ui.component.Tag;
import org.scpmonitor.ui.submission.Counted;

/**
 * The drawer: every screen with a {@code @Menu} that this user may enter, in its group. A screen says where it stands by
 * {@code @Menu(title = "nav.data.report", icon = "UPLOAD", order = 30)}: the key's middle word is the group, the icon
 * one of {@link Icon}.
 */
class Navigation extends Div {
    private final Map<String, SideNavItem> items = new HashMap<>();

    Navigation(boolean demo) {
        addClassName("nav");
        Map<String, SideNav> groups = new LinkedHashMap<>();
        List<MenuEntry> entries = MenuConfiguration.getMenuEntries();
        for (MenuEntry entry : entries) {
            String group = entry.title().substring(0, entry.title().lastIndexOf('.'));
            groups.computeIfAbsent(group, key -> new SideNav(translate(key))).addItem(item(entry, entries));
        }
        groups.values().forEach(this::add);
        if (demo) {
            Paragraph foot = new Paragraph(translate("shell.foot") + " ");
            foot.addClassName("foot");
            foot.add(Tag.illustrative());
            add(foot);
        }
    }

    /** Shows beside a page how much work waits there; nothing where none does. */
    void count(Map<String, Integer> waiting) {
        items.forEach((path, item) -> {
            int number = waiting.getOrDefault(path, 0);
            if (number == 0) {
                item.setSuffixComponent(null);
            } else {
                Span count = new Span(Counted.number(number));
                count.addClassNames("count", "num");
                count.getElement().setAttribute("aria-label", Counted.of("notice.work", number));
                count.getElement().setAttribute("role", "img");
                item.setSuffixComponent(count);
            }
        });
    }

    private SideNavItem item(MenuEntry entry, List<MenuEntry> all) {
        SideNavItem item =
                new SideNavItem(null, entry.path(), Icon.valueOf(entry.icon()).image());
        Span label = new Span(translate(entry.title()));
        label.addClassName("label");
        item.getElement().appendChild(label.getElement());
        items.put(entry.path().replaceFirst("^/", "").replaceFirst("/.*", ""), item);
        boolean hasOneBelow = all.stream().anyMatch(each -> each.path().startsWith(entry.path() + "/"));
        item.setMatchNested(!entry.path().isEmpty() && !entry.path().equals("/") && !hasOneBelow);
        return item;
    }
}
