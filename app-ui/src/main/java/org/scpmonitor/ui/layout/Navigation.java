package org.scpmonitor.ui.layout;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.scpmonitor.ui.component.Icon;
import org.scpmonitor.ui.component.Tag;
import org.scpmonitor.ui.submission.Counted;

/**
 * The drawer: every screen with a {@code @Menu} that this user may enter, in its group. A screen says where it stands by
 * {@code @Menu(title = "nav.data.report", icon = "UPLOAD", order = 30)}: the key's middle word is the group, the icon
 * one of {@link Icon}.
 */
class Navigation extends Div implements AfterNavigationObserver {
    private final Map<String, SideNavItem> items = new HashMap<>();

    /** Where all entries lead, and of these the ones that have others below them. */
    private final List<String> entries;

    private final Set<String> above = new TreeSet<>();

    Navigation(boolean demo) {
        addClassName("nav");
        Map<String, SideNav> groups = new LinkedHashMap<>();
        List<MenuEntry> all = MenuConfiguration.getMenuEntries();
        entries = all.stream().map(Navigation::path).toList();
        for (MenuEntry entry : all) {
            String group = entry.title().substring(0, entry.title().lastIndexOf('.'));
            groups.computeIfAbsent(group, key -> new SideNav(translate(key))).addItem(item(entry));
        }
        groups.values().forEach(this::add);
        if (demo) {
            Paragraph foot = new Paragraph(translate("shell.foot") + " ");
            foot.addClassName("foot");
            foot.add(Tag.illustrative());
            add(foot);
        }
    }

    /**
     * Marks the entry above a page that has none of its own. Entries that have others below them aren't marked for all
     * that is below; the client is told of the one page then.
     */
    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        String path = event.getLocation().getPath();
        String owner = above.stream()
                .filter(each -> path.startsWith(each + "/"))
                .filter(each -> entries.stream()
                        .noneMatch(other ->
                                other.length() > each.length() && (path.equals(other) || path.startsWith(other + "/"))))
                .findFirst()
                .orElse("");
        above.forEach(each -> {
            SideNavItem item = items.get(each);
            if (item != null) {
                item.setPathAliases(each.equals(owner) ? Set.of(path) : Set.of());
            }
        });
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

    private static String path(MenuEntry entry) {
        return entry.path().replaceFirst("^/", "").replaceFirst("/:.*", "");
    }

    private SideNavItem item(MenuEntry entry) {
        SideNavItem item =
                new SideNavItem(null, entry.path(), Icon.valueOf(entry.icon()).image());
        Span label = new Span(translate(entry.title()));
        label.addClassName("label");
        item.getElement().appendChild(label.getElement());
        String path = path(entry);
        items.put(path, item);
        if (entries.stream().anyMatch(each -> !path.isEmpty() && each.startsWith(path + "/"))) {
            above.add(path);
        }
        item.setMatchNested(!path.isEmpty() && !above.contains(path));
        return item;
    }
}
