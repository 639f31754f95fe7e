package org.scpmonitor.doors;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.RouteBaseData;
import com.vaadin.flow.router.RouteData;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.auth.AccessAnnotationChecker;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import jakarta.servlet.ServletContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.scpmonitor.access.Grant;
import org.scpmonitor.access.Role;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.batch.intake.Intake;
import org.scpmonitor.batch.schedule.Runner;
import org.scpmonitor.entry.Kind;
import org.scpmonitor.mapping.Mapping;
import org.scpmonitor.mapping.MappingJson;
import org.scpmonitor.mapping.Mappings;
import org.scpmonitor.mapping.Mappings.Owner;
import org.scpmonitor.register.EntryEdits;
import org.scpmonitor.running.Caller;
import org.scpmonitor.running.Form;
import org.scpmonitor.running.RunningMonitor;
import org.scpmonitor.submission.Finding;
import org.scpmonitor.submission.FindingCode;
import org.scpmonitor.submission.Findings;
import org.scpmonitor.submission.SubmissionState.Action;
import org.scpmonitor.submission.Submissions;
import org.scpmonitor.submission.Upload;
import org.scpmonitor.world.World;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** A door that nobody has thought about fails this test, and so does one that opens for anybody else than expected. */
class DoorsTest {

    private static final Expected CALLS = Expected.read("calls.txt", 2);
    private static final Expected VIEWS = Expected.read("views.txt", 1);

    /** The servlet container's own way to errors; it answers whatever the call did. */
    private static final String ERROR_PAGE = "/error";

    private static final String HEADER = "institution,indicator,period,value,unit\n";

    private static final Viewer MANAGER =
            new Viewer(1, "manager", "manager", Locale.of("es"), Set.of(Grant.everywhere(Role.MANAGER)));

    private static RunningMonitor monitor;
    private static long withdrawn;
    private static long query;
    private static long figure;

    @BeforeAll
    static void start() {
        monitor = RunningMonitor.start();
        World.in(monitor.database())
                .institution("CL-MMA")
                .institution("PE-MINAM")
                .indicator("W", "t", 12, "sum", "sum")
                .expert("expert");
        monitor.createDemoAccounts();
        long approved = received("CL-MMA,W,2015,1,t\n");
        act(approved, Action.SUBMIT, "reporter.cl");
        act(approved, Action.APPROVE, "coordinator.cl");
        monitor.part(Runner.class).work(approved);
        figure = number("select min(id) from actual");
        withdrawn = received("CL-MMA,W,2016,1,t\n");
        act(withdrawn, Action.WITHDRAW, "reporter.cl");
        monitor.part(Findings.class)
                .add(
                        withdrawn,
                        List.of(Finding.onCell(FindingCode.YEAR_ON_YEAR_JUMP, "", 2, 4, "1", "300", "1", "2015", "t")));
        assertThat(monitor.part(EntryEdits.class).publish(MANAGER, practice(), ""))
                .isEqualTo(new EntryEdits.Outcome.Published(1));
        query = number("select max(id) from finding");
        monitor.part(Mappings.class).save(Owner.institution("CL-MMA"), "ours", mapping(), "reporter.cl");
    }

    @AfterAll
    static void stop() throws IOException {
        monitor.close();
    }

    @Test
    void every_call_is_expected() {
        Set<String> found = new TreeSet<>();
        monitor.parts(RequestMappingInfoHandlerMapping.class)
                .forEach(mapping -> mapping.getHandlerMethods()
                        .keySet()
                        .forEach(info -> info.getPatternValues().forEach(pattern -> {
                            if (!pattern.equals(ERROR_PAGE)) {
                                found.add(info.getMethodsCondition().getMethods().stream()
                                                .map(Enum::name)
                                                .sorted()
                                                .collect(joining("|"))
                                        + " " + pattern);
                            }
                        })));
        assertThat(found).isEqualTo(new TreeSet<>(CALLS.doors().keySet()));
    }

    @TestFactory
    Stream<DynamicTest> every_call_answers_everyone_as_expected() {
        return CALLS.doors().entrySet().stream()
                .map(door -> DynamicTest.dynamicTest(door.getKey(), () -> {
                    List<String> answers = new ArrayList<>();
                    for (int i = 0; i < CALLS.visitors().size(); i++) {
                        int status =
                                call(door.getKey(), CALLS.visitors().get(i)).statusCode();
                        boolean any = door.getValue().get(i).equals("2xx") && status / 100 == 2;
                        answers.add(any ? "2xx" : Integer.toString(status));
                    }
                    assertThat(byVisitor(CALLS, answers)).isEqualTo(byVisitor(CALLS, door.getValue()));
                }));
    }

    @Test
    void every_view_is_expected() {
        assertThat(routes().keySet()).isEqualTo(new TreeSet<>(VIEWS.doors().keySet()));
    }

    @TestFactory
    Stream<DynamicTest> every_view_opens_for_those_whom_it_is_for() {
        var checker = new AccessAnnotationChecker();
        return routes().entrySet().stream()
                .map(view -> DynamicTest.dynamicTest(view.getKey(), () -> {
                    List<String> answers = VIEWS.visitors().stream()
                            .map(role -> {
                                Principal who = role.equals("public") ? null : () -> role;
                                return checker.hasAccess(view.getValue(), who, role.toUpperCase(Locale.ROOT)::equals);
                            })
                            .map(opens -> opens ? "yes" : "no")
                            .toList();
                    List<String> expected = VIEWS.doors().getOrDefault(view.getKey(), List.of());
                    assertThat(answers).as("%s", VIEWS.visitors()).isEqualTo(expected);
                    var stranger = monitor.anyone()
                            .get("/" + view.getKey().replaceAll("^/", "").replaceAll(":\\w+[?*]?", "any"));
                    assertThat(stranger.statusCode())
                            .isEqualTo(answers.getFirst().equals("yes") ? 200 : 302);
                }));
    }

    private static EntryEdits.Wanted practice() {
        var content = Map.of("title", "P", "country", "CL", "problem", "p", "measure", "m", "result", "r");
        return new EntryEdits.Wanted(Kind.PRACTICE, "W", content, false, "", null);
    }

    private static Mapping mapping() {
        String document = "{'sheet':{'position':1},'header':{'first':1,'last':1},'data':{'first':2},"
                + "'footers':{'rows':0},'columns':[],'constants':{},'duplicates':'REFUSE'}";
        return ((MappingJson.Reading.Read) MappingJson.read(document.replace('\'', '"'))).mapping();
    }

    private static HttpResponse<String> call(String door, String visitor) {
        Caller who = visitor.equals("public") ? monitor.anyone() : monitor.as(visitor);
        String method = door.substring(0, door.indexOf(' '));
        String path = door.substring(door.indexOf(' ') + 1)
                .replace("{actualId}", Long.toString(figure))
                .replace("{id}", Long.toString(withdrawn))
                .replace("{findingId}", Long.toString(query))
                .replace("{institution}", "CL-MMA")
                .replace("{programme}", "CL-P")
                .replace("{indicator}", "W")
                .replace("{period}", "2015")
                .replace("{kind}", "practice")
                .replace("{code}", door.equals("DELETE /api/v1/register/{kind}/{code}") ? "GONE" : "W")
                .replace("{owner}", "CL-MMA")
                .replace("{name}", method.equals("DELETE") ? "ended" : "ours")
                .replace("**", "liveness");
        if (door.equals("POST /api/v1/submissions")) {
            var form = new Form()
                    .field("institution", "CL-MMA")
                    .field("dryRun", "true")
                    .file("file", "a.csv", HEADER.getBytes(StandardCharsets.UTF_8));
            return who.call(method, path, form.body(), Form.HEADERS);
        }
        path += path.endsWith("/cells") ? "?submission=1&sheet=0&row=2&column=4" : "";
        BodyPublisher body = method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("{}");
        return method.equals("GET") ? who.get(path) : who.call(method, path, body, "Content-Type", "application/json");
    }

    private static Map<String, Class<? extends Component>> routes() {
        var context = new VaadinServletContext(monitor.part(ServletContext.class));
        Map<String, Class<? extends Component>> routes = new TreeMap<>();
        ApplicationRouteRegistry.getInstance(context).getRegisteredRoutes().stream()
                .sorted(Comparator.comparing(RouteData::getTemplate))
                .flatMap(route -> Stream.concat(Stream.<RouteBaseData<?>>of(route), route.getRouteAliases().stream()))
                .forEach(route -> routes.put(
                        route.getTemplate().isEmpty() ? "/" : route.getTemplate(), route.getNavigationTarget()));
        return routes;
    }

    private static Map<String, String> byVisitor(Expected table, List<String> answers) {
        Map<String, String> named = new TreeMap<>();
        for (int i = 0; i < answers.size(); i++) {
            named.put(table.visitors().get(i), answers.get(i));
        }
        return named;
    }

    private static long received(String rows) {
        var bytes = new ByteArrayInputStream((HEADER + rows).getBytes(StandardCharsets.UTF_8));
        long id = monitor.part(Intake.class)
                .receive(new Upload("CL-MMA", "reporter.cl", "a.csv"), bytes)
                .submission();
        monitor.part(Runner.class).work(id);
        return id;
    }

    private static void act(long submission, Action action, String account) {
        monitor.part(Submissions.class).act(submission, action, account, "");
    }

    private static long number(String question) {
        return monitor.database().sql().fetchSingle(question).get(0, Long.class);
    }
}
