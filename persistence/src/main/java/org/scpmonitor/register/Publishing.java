package org.scpmonitor.register;

import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.scpmonitor.schema.Tables.CURRENT_ENTRY;
import static org.scpmonitor.schema.Tables.ENTRY;
import static org.scpmonitor.schema.Tables.ENTRY_REFERENCE;
import static org.scpmonitor.schema.Tables.ENTRY_TALLY;
import static org.scpmonitor.schema.Tables.ENTRY_VERSION;
import static org.scpmonitor.schema.Tables.INSTITUTION;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.Row2;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.access.AuditAction;
import org.scpmonitor.access.AuditTrail;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.actual.Recount;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.entry.Content;
import org.scpmonitor.entry.Flaw;
import org.scpmonitor.entry.Instrument;
import org.scpmonitor.entry.Kind;
import org.scpmonitor.entry.PartialDate;
import org.scpmonitor.entry.Reading;
import org.scpmonitor.entry.Survey;
import org.scpmonitor.entry.Walk;
import org.scpmonitor.listing.Moment;
import org.scpmonitor.register.EntryEdits.Outcome;
import org.scpmonitor.register.EntryEdits.Wanted;
import org.scpmonitor.text.Text;

/**
 * One publication, within its transaction. Writers of the register wait for each other; a moment of knowledge is taken
 * with the first version that it opens, so that what changes nothing takes none.
 */
final class Publishing {
    private static final Locale SPANISH = Locale.of("es");

    /** Held by whoever writes the register, until the transaction ends. */
    private static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(7135)";

    private final DSLContext tx;
    private final AuditTrail audit;
    private final Viewer viewer;
    private final String reason;
    private final @Nullable Instant asked;
    private final Moment moment;

    /** @param asked the moment that a replay asks for; null for now */
    Publishing(DSLContext tx, AuditTrail audit, Viewer viewer, String reason, Moment moment, @Nullable Instant asked) {
        this.tx = tx;
        this.audit = audit;
        this.viewer = viewer;
        this.reason = reason;
        this.moment = moment;
        this.asked = asked;
        tx.execute(ONE_AT_A_TIME);
    }

    Outcome publish(List<Wanted> wanted) {
        CatalogueNames names = CatalogueNames.read(tx);
        Map<Integer, List<Flaw>> flaws = new LinkedHashMap<>();
        List<Content> contents = read(wanted, names, flaws);
        if (!flaws.isEmpty()) {
            return new Outcome.Flawed(flaws);
        }
        Standing standing = Standing.read(tx, wanted);
        for (int i = 0; i < wanted.size(); i++) {
            Wanted each = wanted.get(i);
            Standing.@Nullable Latest latest = standing.latest(each);
            int version = latest == null || latest.withdrawn() ? 0 : latest.version();
            boolean changes = latest == null || !latest.says(each, contents.get(i));
            if (changes && !mayPublish(contents.get(i), latest)) {
                return new Outcome.OutOfScope(i);
            }
            if (each.replaces() != null && each.replaces() != version) {
                return new Outcome.ChangedMeanwhile(i, version);
            }
        }
        return new Outcome.Published(store(wanted, contents, names, standing));
    }

    /** What stands must be the viewer's, and what is to stand. */
    private boolean mayPublish(Content content, Standing.@Nullable Latest latest) {
        return Keeping.mayPublish(viewer, content.keeper())
                && (latest == null || latest.withdrawn() || Keeping.mayPublish(viewer, latest.keeper()));
    }

    private List<Content> read(List<Wanted> wanted, CatalogueNames names, Map<Integer, List<Flaw>> flaws) {
        Set<String> beside = new HashSet<>();
        List<@Nullable Content> contents = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            Wanted each = wanted.get(i);
            List<Flaw> wrong = new ArrayList<>();
            if (!EntryEdits.isCode(each.code())) {
                wrong.add(Flaw.at("code", Flaw.Code.BAD_CODE, each.code()));
            } else if (!beside.add(each.kind().code() + " " + each.code())) {
                wrong.add(Flaw.at("code", Flaw.Code.TWICE, each.code()));
            }
            switch (Reading.read(each.kind(), each.tree())) {
                case Reading.Outcome.Whole(Content content) -> contents.add(content);
                case Reading.Outcome.Flawed(List<Flaw> found) -> {
                    contents.add(null);
                    wrong.addAll(found);
                }
            }
            if (!wrong.isEmpty()) {
                flaws.put(i, wrong);
            }
        }
        List<Content> whole = new ArrayList<>();
        for (int i = 0; i < contents.size(); i++) {
            @Nullable Content content = contents.get(i);
            if (content != null) {
                whole.add(content);
                List<Flaw> unknown = unknown(tx, content, names, beside);
                if (!unknown.isEmpty()) {
                    flaws.computeIfAbsent(i, place -> new ArrayList<>()).addAll(unknown);
                }
            }
        }
        return whole;
    }

    private int store(List<Wanted> wanted, List<Content> contents, CatalogueNames names, Standing standing) {
        // Titles may be made of titles of entries that come at the same time: a second pass knows all of them.
        for (int pass = 0; pass < 2; pass++) {
            for (int i = 0; i < wanted.size(); i++) {
                Wanted each = wanted.get(i);
                names.call(each.kind(), each.code(), contents.get(i).title(names));
            }
        }
        Map<Integer, Integer> ids = new HashMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            ids.put(i, standing.id(tx, wanted.get(i)));
        }
        int versions = 0;
        Deque<Integer> renamed = new ArrayDeque<>();
        for (int i = 0; i < wanted.size(); i++) {
            Wanted each = wanted.get(i);
            Standing.@Nullable Latest latest = standing.latest(each);
            if (mayPublish(contents.get(i), latest)) {
                EntryDrafts.forget(tx, each.kind(), each.code());
            }
            if (latest != null && latest.says(each, contents.get(i))) {
                continue;
            }
            int id = Objects.requireNonNull(ids.get(i));
            version(id, latest == null ? 1 : latest.version() + 1, false, each, contents.get(i), names);
            renamed.add(id);
            versions++;
        }
        rename(renamed, names);
        if (versions > 0) {
            recount(wanted.getFirst().kind(), wanted.getFirst().code());
            audit.add(
                    viewer.username(),
                    AuditAction.REGISTER_CHANGED,
                    wanted.getFirst().kind().code() + " " + wanted.getFirst().code()
                            + (wanted.size() > 1 ? " +" + (wanted.size() - 1) : ""),
                    reason);
        }
        return versions;
    }

    Outcome withdraw(Kind kind, String code) {
        var found = new Entries(tx).find(kind, code, AsOf.NOW);
        if (found.isEmpty()) {
            return new Outcome.NotThere();
        }
        Entry<?> entry = found.get();
        if (!Keeping.mayPublish(viewer, entry.keeper())) {
            return new Outcome.OutOfScope(0);
        }
        List<Entry<?>> naming = new Entries(tx).naming(kind, code, AsOf.NOW);
        if (!naming.isEmpty()) {
            return new Outcome.StillNamed(naming.stream().map(Entry::title).toList());
        }
        int id = tx.select(ENTRY.ID)
                .from(ENTRY)
                .where(ENTRY.KIND.eq(kind.code()))
                .and(ENTRY.CODE.eq(code))
                .fetchSingle()
                .value1();
        var again = new Wanted(kind, code, Map.of(), entry.illustrative(), entry.source(), null);
        version(id, entry.version() + 1, true, again, entry.content(), CatalogueNames.read(tx));
        EntryDrafts.forget(tx, kind, code);
        recount(kind, code);
        audit.add(viewer.username(), AuditAction.REGISTER_CHANGED, kind.code() + " " + code, reason);
        return new Outcome.Published(1);
    }

    /** What indicators count of it becomes figures as other changes do. */
    private void recount(Kind kind, String code) {
        Recount.touch(tx, "register: " + kind.code() + " " + code, moment.current(), asked);
    }

    private void version(int id, int version, boolean withdrawn, Wanted wanted, Content content, CatalogueNames names) {
        tx.update(ENTRY_VERSION)
                .set(ENTRY_VERSION.KNOWN_UNTIL, moment.current())
                .where(ENTRY_VERSION.ENTRY_ID.eq(id))
                .and(ENTRY_VERSION.VERSION.eq(version - 1))
                .execute();
        Text title = content.title(names);
        @Nullable PartialDate when = content.when();
        long key = tx.insertInto(ENTRY_VERSION)
                .set(ENTRY_VERSION.ENTRY_ID, id)
                .set(ENTRY_VERSION.VERSION, version)
                .set(ENTRY_VERSION.WITHDRAWN, withdrawn)
                .set(ENTRY_VERSION.CONTENT, ContentJson.write(content))
                .set(ENTRY_VERSION.TITLE_ES, title.in(SPANISH))
                .set(ENTRY_VERSION.TITLE_EN, title.in(Locale.ENGLISH))
                .set(ENTRY_VERSION.TITLE_DE, title.in(Locale.GERMAN))
                .set(ENTRY_VERSION.KEEPER, content.keeper())
                .set(ENTRY_VERSION.COUNTRIES, content.concerned().toArray(String[]::new))
                .set(ENTRY_VERSION.DAY, when == null ? null : when.first())
                .set(ENTRY_VERSION.ILLUSTRATIVE, wanted.illustrative())
                .set(ENTRY_VERSION.SOURCE, wanted.source())
                .set(ENTRY_VERSION.AUTHOR, viewer.username())
                .set(ENTRY_VERSION.REASON, reason)
                .set(ENTRY_VERSION.WORDS_ES, words(wanted, content, names, SPANISH))
                .set(ENTRY_VERSION.WORDS_EN, words(wanted, content, names, Locale.ENGLISH))
                .set(ENTRY_VERSION.WORDS_DE, words(wanted, content, names, Locale.GERMAN))
                .set(ENTRY_VERSION.KNOWN_FROM, moment.current())
                .returningResult(ENTRY_VERSION.ID)
                .fetchSingle()
                .value1();
        refer(key, content);
        if (!withdrawn) {
            count(key, content.counted());
        }
    }

    private void refer(long version, Content content) {
        List<Row2<String, String>> named = Walk.named(content).stream()
                .filter(Walk.Named.Entry.class::isInstance)
                .map(Walk.Named.Entry.class::cast)
                .map(entry -> row(entry.kind().code(), entry.code()))
                .distinct()
                .toList();
        if (!named.isEmpty()) {
            tx.insertInto(ENTRY_REFERENCE, ENTRY_REFERENCE.VERSION_ID, ENTRY_REFERENCE.ENTRY_ID)
                    .select(select(val(version), ENTRY.ID)
                            .from(ENTRY)
                            .where(row(ENTRY.KIND, ENTRY.CODE).in(named)))
                    .execute();
        }
    }

    private void count(long version, List<Content.Counted> counted) {
        tx.batch(counted.stream()
                        .map(each -> tx.insertInto(
                                        ENTRY_TALLY,
                                        ENTRY_TALLY.VERSION_ID,
                                        ENTRY_TALLY.TALLY,
                                        ENTRY_TALLY.INSTITUTION_ID,
                                        ENTRY_TALLY.DAY,
                                        ENTRY_TALLY.AMOUNT)
                                .select(select(
                                                val(version),
                                                val(each.tally().code()),
                                                INSTITUTION.ID,
                                                val(each.day()),
                                                val(BigDecimal.valueOf(each.amount())))
                                        .from(INSTITUTION)
                                        .where(INSTITUTION.CODE.eq(each.institution()))))
                        .toList())
                .execute();
    }

    private static String words(Wanted wanted, Content content, CatalogueNames names, Locale locale) {
        return wanted.code() + "\n" + Walk.words(content, names, locale) + "\n" + wanted.source();
    }

    /** Entries whose titles and words are made of others' names follow these when they change. */
    private void rename(Deque<Integer> changed, CatalogueNames names) {
        Set<Integer> done = new HashSet<>();
        while (!changed.isEmpty()) {
            int named = changed.remove();
            if (!done.add(named)) {
                continue;
            }
            var naming = tx.select(
                            CURRENT_ENTRY.ID,
                            CURRENT_ENTRY.ENTRY_ID,
                            CURRENT_ENTRY.KIND,
                            CURRENT_ENTRY.CODE,
                            CURRENT_ENTRY.CONTENT,
                            CURRENT_ENTRY.SOURCE,
                            CURRENT_ENTRY.ILLUSTRATIVE,
                            CURRENT_ENTRY.TITLE_ES)
                    .from(CURRENT_ENTRY)
                    .join(ENTRY_REFERENCE)
                    .on(ENTRY_REFERENCE.VERSION_ID.eq(CURRENT_ENTRY.ID))
                    .where(ENTRY_REFERENCE.ENTRY_ID.eq(named))
                    .fetch();
            List<Query> following = new ArrayList<>();
            for (var row : naming) {
                Kind kind = Kind.find(row.get(CURRENT_ENTRY.KIND)).orElseThrow();
                Content content = ContentJson.read(kind, row.get(CURRENT_ENTRY.CONTENT));
                Text title = content.title(names);
                var wanted = new Wanted(
                        kind,
                        row.get(CURRENT_ENTRY.CODE),
                        Map.of(),
                        row.get(CURRENT_ENTRY.ILLUSTRATIVE),
                        row.get(CURRENT_ENTRY.SOURCE),
                        null);
                following.add(tx.update(ENTRY_VERSION)
                        .set(ENTRY_VERSION.TITLE_ES, title.in(SPANISH))
                        .set(ENTRY_VERSION.TITLE_EN, title.in(Locale.ENGLISH))
                        .set(ENTRY_VERSION.TITLE_DE, title.in(Locale.GERMAN))
                        .set(ENTRY_VERSION.WORDS_ES, words(wanted, content, names, SPANISH))
                        .set(ENTRY_VERSION.WORDS_EN, words(wanted, content, names, Locale.ENGLISH))
                        .set(ENTRY_VERSION.WORDS_DE, words(wanted, content, names, Locale.GERMAN))
                        .where(ENTRY_VERSION.ID.eq(row.get(CURRENT_ENTRY.ID))));
                names.call(kind, row.get(CURRENT_ENTRY.CODE), title);
                if (!title.in(SPANISH).equals(row.get(CURRENT_ENTRY.TITLE_ES))) {
                    changed.add(row.get(CURRENT_ENTRY.ENTRY_ID));
                }
            }
            tx.batch(following).execute();
        }
    }

    /** Codes that stand for nothing. @param beside entries that come with it, as {@code kind code} */
    static List<Flaw> unknown(DSLContext sql, Content content, CatalogueNames names, Set<String> beside) {
        List<Flaw> flaws = new ArrayList<>();
        for (Walk.Named named : Walk.named(content)) {
            boolean known = switch (named) {
                case Walk.Named.Catalogue(String _, var list, String code) -> names.has(list, code);
                case Walk.Named.Entry(String _, Kind kind, String code) ->
                    names.has(kind, code) || beside.contains(kind.code() + " " + code);
            };
            if (!known) {
                flaws.add(Flaw.at(named.path(), Flaw.Code.NOT_FOUND, named.code()));
            }
        }
        if (content instanceof Survey survey
                && flaws.isEmpty()
                && !beside.contains(Kind.INSTRUMENT.code() + " " + survey.instrument())) {
            edition(sql, survey)
                    .ifPresentOrElse(
                            instrument -> flaws.addAll(survey.flaws(instrument)),
                            () -> flaws.add(Flaw.at("edition", Flaw.Code.NOT_FOUND, String.valueOf(survey.edition()))));
        }
        return flaws;
    }

    /** The version of the instrument that a survey answers. */
    private static Optional<Instrument> edition(DSLContext sql, Survey survey) {
        return new Entries(sql)
                .findVersion(Kind.INSTRUMENT, survey.instrument(), survey.edition())
                .map(entry -> (Instrument) entry.content());
    }
}
