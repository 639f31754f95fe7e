package org.scpmonitor.api;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.batch.register.RegisterImport;
import org.scpmonitor.batch.register.RegisterWorkbook;
import org.scpmonitor.batch.schedule.Runner;
import org.scpmonitor.batch.template.TemplateWorkbook;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.entry.Flaw;
import org.scpmonitor.entry.Kind;
import org.scpmonitor.entry.Writing;
import org.scpmonitor.listing.Page;
import org.scpmonitor.register.Entries;
import org.scpmonitor.register.Entries.Filter;
import org.scpmonitor.register.Entry;
import org.scpmonitor.register.EntryEdits;
import org.scpmonitor.register.EntryEdits.Outcome;
import org.scpmonitor.register.EntryEdits.Wanted;
import org.scpmonitor.register.EntrySearch;
import org.scpmonitor.register.EntrySearch.Hit;
import org.scpmonitor.register.EntrySearch.Question;
import org.scpmonitor.register.Keeping;
import org.scpmonitor.submission.Finding;
import org.scpmonitor.submission.FindingTexts;
import org.scpmonitor.text.Text;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The register of the cooperation: partners, contributions, surveys, criteria, agreements, practices, events. */
@RestController
@RequestMapping("/api/v1/register")
class EntryCalls {

    private static final Columns<Item> COLUMNS = new Columns<Item>()
            .add("kind", Item::kind)
            .add("code", Item::code)
            .add("version", Item::version)
            .add("title", Item::title)
            .add("keeper", Item::keeper)
            .add("countries", item -> String.join(" ", item.countries()))
            .add("day", Item::day)
            .add("illustrative", Item::illustrative)
            .add("source", Item::source)
            .add("author", Item::author)
            .add("reason", Item::reason)
            .add("knownFrom", Item::knownFrom)
            .add("knownUntil", Item::knownUntil);

    private final Entries entries;
    private final EntryEdits edits;
    private final EntrySearch search;
    private final RegisterWorkbook workbook;
    private final RegisterImport imports;
    private final Incoming incoming;
    private final Asked asked;
    private final Runner runner;

    EntryCalls(
            Entries entries,
            EntryEdits edits,
            EntrySearch search,
            RegisterWorkbook workbook,
            RegisterImport imports,
            Incoming incoming,
            Asked asked,
            Runner runner) {
        this.entries = entries;
        this.edits = edits;
        this.search = search;
        this.workbook = workbook;
        this.imports = imports;
        this.incoming = incoming;
        this.asked = asked;
        this.runner = runner;
    }

    /**
     * A version of an entry.
     *
     * @param content by the names of its kind's fields; a text in three languages by es, en and de
     * @param author told to accounts only
     */
    record Item(
            String kind,
            String code,
            int version,
            boolean withdrawn,
            Text title,
            @Nullable String keeper,
            List<String> countries,
            @Nullable LocalDate day,
            Map<String, Object> content,
            boolean illustrative,
            String source,
            String author,
            String reason,
            Instant knownFrom,
            @Nullable Instant knownUntil) {

        static Item of(Entry<?> entry, Viewer viewer) {
            return new Item(
                    entry.kind().code(),
                    entry.code(),
                    entry.version(),
                    entry.withdrawn(),
                    entry.title(),
                    entry.keeper(),
                    entry.countries(),
                    entry.day(),
                    Writing.tree(entry.content()),
                    entry.illustrative(),
                    entry.source(),
                    viewer.isPublic() ? "" : entry.author(),
                    entry.reason(),
                    entry.knownFrom(),
                    entry.knownUntil());
        }
    }

    /** @param excerpt with the words that were found between asterisks */
    record Found(String kind, String code, String title, String excerpt, List<String> countries, boolean illustrative) {
        static Found of(Hit hit) {
            String kind = switch (hit.place()) {
                case EntrySearch.Place.InRegister(Kind of) -> of.code();
                case EntrySearch.Place.InCatalogue(var list) -> list.name().toLowerCase(Locale.ROOT);
            };
            return new Found(
                    kind,
                    hit.code(),
                    hit.title(),
                    hit.excerpt().replace(EntrySearch.FOUND, '*').replace(EntrySearch.FOUND_ENDS, '*'),
                    hit.countries(),
                    hit.illustrative());
        }
    }

    /**
     * @param replaces the version that the caller saw, 0 for none; without it the content is published whatever stands
     */
    record Asking(
            @Nullable Map<String, Object> content,
            @Nullable Boolean illustrative,
            @Nullable String source,
            @Nullable String reason,
            @Nullable Integer replaces) {}

    /** @param versions how many new ones there are; none where it stood just so */
    record Published(boolean dryRun, int versions) {}

    /** @param entries how many the workbook names */
    record Taken(boolean dryRun, int entries, int versions) {}

    /** @param path of the field, such as {@code signatories[2].institution}, counted from 0 */
    record WrongField(String path, String code, String message) {}

    /** @param cell such as {@code B3}; empty where it isn't one cell's */
    record WrongCell(String sheet, String cell, String code, String message) {}

    @GetMapping
    @Operation(
            summary = "What stands in the register",
            description = "By kind, the latest first. Kinds are cooperation, partner, topic, learning, contribution,"
                    + " exchange_rate, event, practice, adoption, agreement, instrument, survey, product, selection"
                    + " and criterion.")
    @Nullable
    Page<Item> list(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String country,
            @RequestParam(required = false) @Nullable AsOf asOf,
            Paging paging,
            Format format,
            HttpServletResponse response)
            throws IOException {
        var filter = new Filter(kind == null ? null : chosen(kind), asked.country(country), Asked.moment(asOf));
        return Lists.answer(
                entries.list(filter).map(entry -> Item.of(entry, viewer)),
                paging,
                format,
                "register",
                COLUMNS,
                response);
    }

    @GetMapping("/search")
    @Operation(
            summary = "Look for words in the register and the catalogue",
            description = "In the caller's language first, then in the two others; accents and endings don't matter,"
                    + " the last word may be unfinished. The best come first.")
    Page<Found> search(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String country,
            Paging paging,
            Locale locale) {
        if (q == null || q.isBlank()) {
            throw Problem.with(Problem.Kind.MISSING_PARAMETER, "q");
        }
        var question = new Question(q, locale, kind == null ? null : chosen(kind), asked.country(country));
        Page<Hit> hits = search.find(question, paging.page(), paging.size());
        return new Page<>(hits.items().stream().map(Found::of).toList(), hits.page(), hits.size(), hits.total());
    }

    @GetMapping("/workbook.xlsx")
    @Operation(
            summary = "The register as a workbook",
            description = "A sheet for each kind and for each list within entries; changed, it can be sent back.")
    void workbook(
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable AsOf asOf,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        Set<Kind> kinds = kind == null ? EnumSet.allOf(Kind.class) : EnumSet.of(chosen(kind));
        response.setContentType(TemplateWorkbook.CONTENT_TYPE);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename((kind == null ? "register" : kind) + ".xlsx", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        workbook.write(kinds, Asked.moment(asOf), locale, response.getOutputStream());
    }

    @PostMapping("/workbook")
    @Operation(
            summary = "Take over a workbook of the register",
            description = "All of it or nothing. What the workbook has no sheet or column for stays as it stands; a"
                    + " sheet of a list replaces the lists of the entries that it names.")
    Taken take(
            Viewer viewer,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable Flag dryRun,
            Locale locale)
            throws IOException {
        if (!Keeping.publishes(viewer)) {
            throw Problem.of(Problem.Kind.OUT_OF_SCOPE);
        }
        if (file == null) {
            throw Problem.with(Problem.Kind.MISSING_PARAMETER, "file");
        }
        boolean only = Flag.isSet(dryRun);
        RegisterImport.Outcome outcome = incoming.with(file, path -> {
            try {
                return imports.take(viewer, path, Objects.requireNonNullElse(reason, ""), only);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return switch (outcome) {
            case RegisterImport.Outcome.Taken(int named, int versions) -> {
                counted(only);
                yield new Taken(only, named, versions);
            }
            case RegisterImport.Outcome.Unreadable(var found) ->
                throw Problem.of(
                        Problem.Kind.BAD_ENTRY,
                        List.of(new WrongCell("", "", found.code().name(), told(found, locale))));
            case RegisterImport.Outcome.Refused(var wrong) ->
                throw Problem.of(
                        Problem.Kind.BAD_ENTRY,
                        wrong.stream()
                                .map(each -> new WrongCell(
                                        each.sheet(),
                                        each.cell(),
                                        each.flaw() == null
                                                ? String.valueOf(each.trouble())
                                                : each.flaw().code().name(),
                                        each.in(locale)))
                                .toList());
        };
    }

    @GetMapping("/{kind}/{code}")
    @Operation(summary = "An entry as it stands, or as it was known at a moment")
    Item one(
            Viewer viewer,
            @PathVariable String kind,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable AsOf asOf) {
        return entries.find(named(kind), code, Asked.moment(asOf))
                .map(entry -> Item.of(entry, viewer))
                .orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND));
    }

    @GetMapping("/{kind}/{code}/versions")
    @Operation(summary = "Every version of an entry, the latest first")
    List<Item> versions(
            Viewer viewer,
            @PathVariable String kind,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable AsOf asOf) {
        List<Item> versions = entries.history(named(kind), code, Asked.moment(asOf)).stream()
                .map(entry -> Item.of(entry, viewer))
                .toList();
        if (versions.isEmpty()) {
            throw Problem.of(Problem.Kind.NOT_FOUND);
        }
        return versions;
    }

    @PutMapping("/{kind}/{code}")
    @Operation(
            summary = "Publish an entry, or another version of it",
            description = "By the coordination of the country that keeps it, and by managers. What stands just so"
                    + " already stays as it is; with dryRun it is only said what would happen.")
    Published publish(
            Viewer viewer,
            @PathVariable String kind,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable Flag dryRun,
            @RequestBody Asking asking,
            Locale locale) {
        Kind of = named(kind);
        if (!Keeping.publishes(viewer)) {
            throw Problem.of(Problem.Kind.OUT_OF_SCOPE);
        }
        if (asking.content() == null) {
            throw Problem.with(Problem.Kind.MISSING_PARAMETER, "content");
        }
        var wanted = new Wanted(
                of,
                code,
                asking.content(),
                Boolean.TRUE.equals(asking.illustrative()),
                Objects.requireNonNullElse(asking.source(), ""),
                asking.replaces());
        boolean only = Flag.isSet(dryRun);
        Outcome outcome = only
                ? edits.rehearse(viewer, List.of(wanted))
                : edits.publish(viewer, wanted, Objects.requireNonNullElse(asking.reason(), ""));
        int versions = versions(outcome, locale);
        counted(only);
        return new Published(only, versions);
    }

    @DeleteMapping("/{kind}/{code}")
    @Operation(summary = "Take an entry back", description = "Its history keeps it. 409 while other entries name it.")
    Published withdraw(
            Viewer viewer,
            @PathVariable String kind,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String reason,
            Locale locale) {
        if (!Keeping.publishes(viewer)) {
            throw Problem.of(Problem.Kind.OUT_OF_SCOPE);
        }
        int versions =
                versions(edits.withdraw(viewer, named(kind), code, Objects.requireNonNullElse(reason, "")), locale);
        counted(false);
        return new Published(false, versions);
    }

    /** What is counted follows at once. @param only whether nothing was taken */
    private void counted(boolean only) {
        if (!only) {
            runner.rebuild();
        }
    }

    private static int versions(Outcome outcome, Locale locale) {
        return switch (outcome) {
            case Outcome.Published(int versions) -> versions;
            case Outcome.Flawed(Map<Integer, List<Flaw>> flaws) ->
                throw Problem.of(
                        Problem.Kind.BAD_ENTRY,
                        flaws.values().stream()
                                .flatMap(List::stream)
                                .map(flaw ->
                                        new WrongField(flaw.path(), flaw.code().name(), flaw.in(locale)))
                                .toList());
            case Outcome.ChangedMeanwhile _ -> throw Problem.with(Problem.Kind.WRITTEN_MEANWHILE, "replaces");
            case Outcome.OutOfScope _ -> throw Problem.of(Problem.Kind.OUT_OF_SCOPE);
            case Outcome.StillNamed(List<Text> by) ->
                throw Problem.of(
                        Problem.Kind.STILL_NAMED,
                        String.join(
                                "; ", by.stream().map(title -> title.in(locale)).toList()));
            case Outcome.NotThere _ -> throw Problem.of(Problem.Kind.NOT_FOUND);
        };
    }

    private static String told(Finding found, Locale locale) {
        FindingTexts texts = FindingTexts.of(found, locale);
        return texts.what() + " " + texts.mend();
    }

    /** The kind of a path, of which an unknown one is nowhere. */
    static Kind named(String kind) {
        return Kind.find(kind).orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND));
    }

    /** The kind of a filter, of which an unknown one is a mistake. */
    private static Kind chosen(String kind) {
        Optional<Kind> found = Kind.find(kind);
        return found.orElseThrow(() -> Problem.with(
                Problem.Kind.BAD_CHOICE,
                "kind",
                kind,
                String.join(", ", Arrays.stream(Kind.values()).map(Kind::code).toList())));
    }
}
