package org.scpmonitor.ui.layout;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.spring.security.AuthenticationContext;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.config.ScpSettings;
import org.scpmonitor.security.CurrentViewer;
import org.scpmonitor.ui.notice.NoticeBell;
import org.scpmonitor.ui.notice.NoticeWatch;

/** The shell around every screen: the bar above, the drawer at the left. */
@Layout
@AnonymousAllowed
class MainLayout extends AppLayout {
    MainLayout(
            AuthenticationContext authentication,
            ScpSettings settings,
            CurrentViewer viewers,
            NoticeWatch watch,
            WorkCounts counts) {
        Viewer viewer = viewers.get();
        addToNavbar(bar(authentication, settings.demo(), viewer, watch));
        Navigation navigation = new Navigation(settings.demo());
        addToDrawer(navigation);
        if (!viewer.isPublic()) {
            watch.follow(navigation, viewer.requireUserId(), tally -> navigation.count(counts.of(viewer)));
        }
    }

    private static Component bar(AuthenticationContext authentication, boolean demo, Viewer viewer, NoticeWatch watch) {
        DrawerToggle toggle = new DrawerToggle();
        toggle.setAriaLabel(translate("shell.menu"));
        Span partners = new Span(translate("shell.partners"));
        partners.addClassName("brand-sub");
        Span space = new Span();
        space.addClassName("sp");
        Div bar = new Div(toggle, new Brand(), partners, space);
        bar.addClassNames("bar", "no-print");
        if (demo) {
            bar.add(new DemoBadge());
        }
        bar.add(new LanguageSwitch(), new SchemeToggle());
        if (!viewer.isPublic()) {
            bar.add(new NoticeBell(watch, viewer));
        }
        bar.add(UserMenu.of(authentication));
        return bar;
    }
}
