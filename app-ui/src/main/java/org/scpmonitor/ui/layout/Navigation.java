package org.scpmonitor.ui.layout;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import java.util.LinkedHashMap;
import java.util.Map;
import org.scpmonitor.ui.component.Icon;
import org.scpmonitor.ui.component.Tag;

/**
 * The drawer: every screen with a {@code @Menu} that this user may enter, in its group. A screen says where it stands by
 * {@code @Menu(title = "nav.data.report", icon = "UPLOAD", order = 30)}: the key's middle word is the group, the icon
 * one of {@link Icon}.
 */
class Navigation extends Div {
    Navigation(boolean demo) {
        addClassName("nav");
        Map<String, SideNav> groups = new LinkedHashMap<>();
        for (MenuEntry entry : MenuConfiguration.getMenuEntries()) {
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

    private static SideNavItem item(MenuEntry entry) {
        SideNavItem item = new SideNavItem(
                translate(entry.title()),
                entry.path(),
                Icon.valueOf(entry.icon()).image());
        item.setMatchNested(!entry.path().isEmpty() && !entry.path().equals("/"));
        return item;
    }
}
