package org.scpmonitor.ui.register;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.entry.Flaw;
import org.scpmonitor.entry.Kind;
import org.scpmonitor.entry.Labels;
import org.scpmonitor.entry.Names;
import org.scpmonitor.register.Entry;
import org.scpmonitor.register.EntryDrafts.Draft;
import org.scpmonitor.register.EntryEdits.Outcome;
import org.scpmonitor.register.EntryEdits.Wanted;
import org.scpmonitor.register.Keeping;
import org.scpmonitor.ui.component.DateText;
import org.scpmonitor.ui.component.Note;
import org.scpmonitor.ui.component.Page;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.register.Difference.Said;

/** An entry as it is written. What is typed is kept as a draft; it is published, or proposed by those who may not. */
@Route(Pages.REGISTER + "/:kind/:code/edit")
@RouteAlias(Pages.REGISTER + "/:kind/new")
@RolesAllowed({"MANAGER", "COORDINATOR", "REPORTER"})
class EditEntryView extends Page implements BeforeEnterObserver, HasDynamicTitle {
    private final Locale locale = UI.getCurrent().getLocale();
    private final Register register;
    private final Div problems = new Div();
    private final Span kept = new Span();
    private @Nullable Writing writing;
    private String title = "";

    EditEntryView(Register register) {
        this.register = register;
        problems.getElement().setAttribute("role", "alert");
        problems.addClassName("stack-s");
        kept.getElement().setAttribute("role", "status");
        kept.addClassNames("xs", "muted");
    }

    /** What is being written, and where it began. */
    private final class Writing {
        private final Kind kind;
        private final EntryForm form;
        private final @Nullable Entry<?> standing;

        /** The number of the version that it takes the place of; 0 for none. */
        private final int basedOn;

        /** Under which the draft is kept; empty where nothing is kept yet. */
        private String code;

        private boolean proposed;
        private boolean named;

        Writing(Kind kind, String code, @Nullable Entry<?> standing, @Nullable Draft draft) {
            this.kind = kind;
            this.code = code;
            this.standing = standing;
            this.basedOn = draft != null ? draft.basedOn() : standing == null ? 0 : standing.version();
            this.proposed = draft != null && draft.proposed();
            this.named = !code.isEmpty();
            Said said = draft != null
                    ? new Said(draft.tree(), draft.illustrative(), draft.source())
                    : standing == null ? begun(kind) : HistoryCard.said(standing);
            Names names = register.choices().names(NamedIn.tree(kind.fields(), said.tree()));
            this.form = new EntryForm(
                    kind, change -> new Inputs(register.choices(), names, locale, change), locale, this::changed);
            form.show(code, said, standing != null);
        }

        private void changed() {
            if (standing == null) {
                name();
            }
            keep();
        }

        /** As long as nobody has chosen a code it follows the title. */
        private void name() {
            String proposedNow = form.code();
            if (named || !proposedNow.equals(code)) {
                named = true;
                return;
            }
            String from = form.title(kind).isEmpty() ? "" : form.title(kind);
            String fitting = CodeOf.title(
                    from, each -> !each.equals(code) && register.entries().isTaken(kind, each));
            form.propose(fitting);
        }

        private void keep() {
            String now = form.code();
            if (now.isEmpty()) {
                kept.setText(translate("register.kept.code"));
                return;
            }
            boolean moved = !now.equals(code);
            if (standing == null && moved && register.entries().isTaken(kind, now)) {
                form.tell(List.of(Flaw.at("code", Flaw.Code.TWICE, now)));
                kept.setText(translate("register.kept.not"));
                return;
            }
            if (!register.drafts().keep(register.viewer(), wanted(now), proposed)) {
                kept.setText(
                        translate(kind.keeperField().isPresent() ? "register.kept.country" : "register.outofscope"));
                return;
            }
            if (moved) {
                if (!code.isEmpty()) {
                    register.drafts().discard(register.viewer(), kind, code);
                }
                code = now;
                UI.getCurrent().getPage().getHistory().replaceState(null, Pages.entryEdit(kind.code(), code));
            }
            register.drafts().find(register.viewer(), kind, code).ifPresent(EditEntryView.this::tell);
        }

        private Wanted wanted(String under) {
            Said said = form.said();
            return new Wanted(kind, under, said.tree(), said.illustrative(), said.source(), basedOn);
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Kind kind = event.getRouteParameters()
                .get("kind")
                .flatMap(Kind::find)
                .orElseThrow(() -> new NotFoundException(event.getLocation().getPath()));
        Optional<String> code = event.getRouteParameters().get("code");
        Viewer viewer = register.viewer();
        Optional<Entry<?>> latest = code.flatMap(each ->
                register.entries().history(kind, each, AsOf.NOW).stream().findFirst());
        Optional<Draft> draft = code.flatMap(each -> register.drafts().find(viewer, kind, each));
        if (code.isPresent() && latest.isEmpty() && draft.isEmpty()) {
            throw new NotFoundException(event.getLocation().getPath());
        }
        boolean may = latest.isPresent()
                ? register.keeping().mayDraft(viewer, latest.get().keeper())
                : draft.isPresent() || register.mayWrite(kind);
        if (!may) {
            event.rerouteToError(AccessDeniedException.class);
            return;
        }
        open(kind, code.orElse(""), latest.orElse(null), draft.orElse(null));
    }

    private void open(Kind kind, String code, @Nullable Entry<?> latest, @Nullable Draft draft) {
        Entry<?> standing = latest == null || latest.withdrawn() ? null : latest;
        Writing begun = new Writing(kind, code, standing, draft);
        writing = begun;
        String name = Labels.in(locale).kind(kind);
        title = standing != null
                ? translate("register.edit.title", standing.title().in(locale))
                : translate("register.new.of", name);
        removeAll();
        problems.removeAll();
        kept.setText("");
        add(crumbs(kind, standing), head(title, new Span(translate("register.edit.says"))));
        if (draft != null) {
            add(new Note(
                    Note.Kind.PLAIN,
                    translate("register.draft.taken", draft.author(), new DateText(locale).moment(draft.changedAt()))));
            tell(draft);
        }
        if (draft != null && standing != null && draft.basedOn() != standing.version()) {
            add(new Note(Note.Kind.QUERY, translate("register.draft.old", Integer.toString(standing.version()))));
        }
        add(problems, begun.form, foot(begun));
    }

    /** Whoever writes for one country begins with it. */
    private Said begun(Kind kind) {
        Map<String, Object> tree = new LinkedHashMap<>();
        Set<String> own = register.keeping().writesFor(register.viewer());
        kind.keeperField()
                .filter(field -> own.size() == 1 && !Keeping.mayPublish(register.viewer(), null))
                .ifPresent(field -> tree.put(field, own.iterator().next()));
        return new Said(tree, false, "");
    }

    private void tell(Draft draft) {
        kept.setText(translate(
                draft.proposed() ? "register.kept.proposed" : "register.kept",
                new DateText(locale).time(draft.changedAt())));
    }

    private Component foot(Writing begun) {
        List<Component> steps = new ArrayList<>();
        Viewer viewer = register.viewer();
        boolean publishes = !register.keeping().writesFor(viewer).stream()
                .filter(country -> Keeping.mayPublish(viewer, country))
                .toList()
                .isEmpty();
        if (publishes || Keeping.mayPublish(viewer, null)) {
            Button publish = new Button(translate("register.publish"), click -> publish(begun));
            publish.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            steps.add(publish);
        } else {
            Button propose = new Button(translate("register.propose"), click -> propose(begun));
            propose.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            steps.add(propose);
        }
        steps.add(new Button(translate("register.discard"), click -> discard(begun)));
        steps.add(kept);
        Div foot = new Div(steps.toArray(Component[]::new));
        foot.addClassNames("row", "wrap", "form-foot");
        return foot;
    }

    private boolean isWhole(Writing begun) {
        List<Flaw> flaws = register.edits().check(begun.wanted(begun.form.code()));
        show(begun, flaws);
        return flaws.isEmpty();
    }

    private void show(Writing begun, List<Flaw> flaws) {
        problems.removeAll();
        List<String> others = begun.form.tell(flaws);
        if (!flaws.isEmpty()) {
            problems.add(new Note(Note.Kind.ERROR, translate("register.flaws", flaws.size())));
        }
        others.forEach(each -> problems.add(new Note(Note.Kind.ERROR, each)));
    }

    /** What is incomplete may be proposed as well: whoever publishes it completes it. */
    private void propose(Writing begun) {
        begun.proposed = true;
        begun.keep();
        if (!begun.code.isEmpty()
                && register.drafts()
                        .find(register.viewer(), begun.kind, begun.code)
                        .filter(Draft::proposed)
                        .isPresent()) {
            problems.removeAll();
            problems.add(new Note(Note.Kind.OK, translate("register.proposed.says")));
        } else {
            begun.proposed = false;
            problems.removeAll();
            problems.add(new Note(Note.Kind.ERROR, kept.getText()));
        }
    }

    private void publish(Writing begun) {
        if (!isWhole(begun)) {
            return;
        }
        Entry<?> standing = begun.standing;
        Said before = standing == null ? Said.NOTHING : HistoryCard.said(standing);
        List<Difference> differences = differences(begun, before);
        if (differences.isEmpty()) {
            problems.add(new Note(Note.Kind.PLAIN, translate("register.publish.same")));
            return;
        }
        new ReasonDialog(
                        translate("register.publish.title"),
                        new DifferenceTable(differences, translate("register.stands"), translate("register.becomes")),
                        translate("register.publish"),
                        reason -> take(begun, begun.wanted(begun.form.code()), reason))
                .open();
    }

    private List<Difference> differences(Writing begun, Said before) {
        Said after = begun.form.said();
        var named = new ArrayList<>(NamedIn.tree(begun.kind.fields(), after.tree()));
        named.addAll(NamedIn.tree(begun.kind.fields(), before.tree()));
        return Difference.between(
                begun.kind, before, after, Printed.in(locale, register.choices().names(named)));
    }

    private void take(Writing begun, Wanted wanted, String reason) {
        problems.removeAll();
        switch (register.publish(wanted, reason)) {
            case Outcome.Published _ -> {
                if (!begun.code.isEmpty() && !begun.code.equals(wanted.code())) {
                    register.drafts().discard(register.viewer(), begun.kind, begun.code);
                }
                UI.getCurrent().navigate(Pages.entry(wanted.kind().code(), wanted.code()));
            }
            case Outcome.Flawed(Map<Integer, List<Flaw>> flaws) ->
                show(begun, flaws.values().stream().flatMap(List::stream).toList());
            case Outcome.ChangedMeanwhile(int _, int version) -> meanwhile(begun, wanted, reason, version);
            case Outcome.OutOfScope _, Outcome.StillNamed _, Outcome.NotThere _ ->
                problems.add(new Note(Note.Kind.ERROR, translate("register.outofscope")));
        }
    }

    /** Somebody else published: either what they wrote stands, or this takes its place. */
    private void meanwhile(Writing begun, Wanted wanted, String reason, int version) {
        Optional<Entry<?>> theirs = register.entries().find(begun.kind, wanted.code(), AsOf.NOW);
        Said before = theirs.map(HistoryCard::said).orElse(Said.NOTHING);
        new MeanwhileDialog(
                        theirs.map(entry -> translate(
                                        "register.meanwhile.says",
                                        Integer.toString(entry.version()),
                                        entry.author(),
                                        new DateText(locale).moment(entry.knownFrom()),
                                        entry.reason()))
                                .orElseGet(() -> translate("register.meanwhile.gone")),
                        differences(begun, before),
                        () -> take(
                                begun,
                                new Wanted(
                                        wanted.kind(),
                                        wanted.code(),
                                        wanted.tree(),
                                        wanted.illustrative(),
                                        wanted.source(),
                                        version),
                                reason),
                        () -> {
                            register.drafts().discard(register.viewer(), begun.kind, begun.code);
                            open(begun.kind, wanted.code(), theirs.orElse(null), null);
                        })
                .open();
    }

    private void discard(Writing begun) {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(translate("register.discard.title"));
        dialog.setText(translate("register.discard.says"));
        dialog.setCancelable(true);
        dialog.setCancelText(translate("submission.leave"));
        dialog.setConfirmText(translate("register.discard"));
        dialog.addConfirmListener(confirmed -> {
            if (!begun.code.isEmpty()) {
                register.drafts().discard(register.viewer(), begun.kind, begun.code);
            }
            Entry<?> standing = begun.standing;
            UI.getCurrent()
                    .navigate(
                            standing == null
                                    ? Pages.REGISTER
                                    : Pages.entry(standing.kind().code(), standing.code()));
        });
        dialog.open();
    }

    private Component crumbs(Kind kind, @Nullable Entry<?> standing) {
        Nav crumbs = new Nav(
                Pages.link(Pages.REGISTER, translate("register.title")),
                new Span("/"),
                Pages.link(
                        RegisterQuestion.ALL.kind(kind).address(),
                        Labels.in(locale).kinds(kind)),
                new Span("/"));
        if (standing != null) {
            crumbs.add(Pages.link(Pages.entry(kind.code(), standing.code()), standing.code()), new Span("/"));
        }
        crumbs.add(new Span(translate("register.edit")));
        crumbs.addClassName("crumbs");
        crumbs.setAriaLabel(translate("indicator.crumbs"));
        return crumbs;
    }

    @Override
    public String getPageTitle() {
        return title + " · SCP Monitor";
    }
}
