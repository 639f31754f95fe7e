package org.scpmonitor.register;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.scpmonitor.schema.Tables.APP_USER;
import static org.scpmonitor.schema.Tables.CURRENT_ENTRY;
import static org.scpmonitor.schema.Tables.ENTRY;
import static org.scpmonitor.schema.Tables.ENTRY_DRAFT;
import static org.scpmonitor.schema.Tables.ENTRY_REFERENCE;
import static org.scpmonitor.schema.Tables.ENTRY_TALLY;
import static org.scpmonitor.schema.Tables.ENTRY_VERSION;
import static org.scpmonitor.schema.Tables.INSTITUTION;

import java.io.Serial;
import java.math.BigDecimal;
import java.time.Clock;
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
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
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
import org.scpmonitor.schema.Routines;
import org.scpmonitor.text.Text;
import org.springframework.stereotype.Repository;

/**
 * Writes the register. What is being typed is a draft, one for each entry; what is published is another version, and all of
 * what is published together stands or nothing does.
 */
@Repository
public class EntryEdits {
    private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9._-]{0,59}");
    private static final Locale SPANISH = Locale.of("es");

    private final DSLContext sql;
    private final Keeping keeping;
    private final AuditTrail audit;
    private final Clock clock;

    EntryEdits(DSLContext sql, Keeping keeping, AuditTrail audit, Clock clock) {
        this.sql = sql;
        this.keeping = keeping;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What somebody has begun to write.
     *
     * @param tree the fields as typed, which may be incomplete
     * @param basedOn the number of the version that it began with; 0 for a new entry
     * @param author as whom whoever typed last is shown
     * @param proposed whether it was handed over to those who may publish it
     */
    public record Draft(
            Kind kind,
            String code,
            Map<String, Object> tree,
            boolean illustrative,
            String source,
            int basedOn,
            @Nullable String keeper,
            String author,
            boolean proposed,
            Instant changedAt) {}

    /**
     * An entry as somebody wants it to be.
     *
     * @param replaces the number of the version that was seen when it was written, 0 for none; null where that doesn't
     *     matter
     */
    public record Wanted(
            Kind kind,
            String code,
            Map<String, ?> tree,
            boolean illustrative,
            String source,
            @Nullable Integer replaces) {}

    /** What became of it. */
    public sealed interface Outcome {
        /** @param versions how many new versions there are; what stood just so already stays as it is */
        record Published(int versions) implements Outcome {}

        /** Nothing was stored. @param flaws by the place of the entry among those wanted, from 0 */
        record Flawed(Map<Integer, List<Flaw>> flaws) implements Outcome {}

        /** Somebody else published meanwhile. @param version the number of what stands now */
        record ChangedMeanwhile(int place, int version) implements Outcome {}

        /** The viewer may not. */
        record OutOfScope(int place) implements Outcome {}

        /** Others name it. */
        record StillNamed(List<Text> by) implements Outcome {}

        /** There is no such entry. */
        record NotThere() implements Outcome {}
    }

    /** The open draft of an entry, for those who may write it. */
    public Optional<Draft> findDraft(Viewer viewer, Kind kind, String code) {
        return drafts(viewer, ENTRY_DRAFT.KIND.eq(kind.code()).and(ENTRY_DRAFT.CODE.eq(code))).stream()
                .findFirst();
    }

    /** Every open draft that the viewer may work on, the latest change first. @param kind null for all */
    public List<Draft> drafts(Viewer viewer, @Nullable Kind kind) {
        return drafts(viewer, kind == null ? noCondition() : ENTRY_DRAFT.KIND.eq(kind.code()));
    }

    private List<Draft> drafts(Viewer viewer, Condition condition) {
        if (!Keeping.mayWrite(viewer)) {
            return List.of();
        }
        Set<String> reported = keeping.reportsIn(viewer);
        return sql
                .select(
                        ENTRY_DRAFT.asterisk(),
                        coalesce(APP_USER.DISPLAY_NAME, ENTRY_DRAFT.AUTHOR).as("shown"))
                .from(ENTRY_DRAFT)
                .leftJoin(APP_USER)
                .on(APP_USER.USERNAME.eq(ENTRY_DRAFT.AUTHOR))
                .where(condition)
                .orderBy(ENTRY_DRAFT.CHANGED_AT.desc(), ENTRY_DRAFT.KIND, ENTRY_DRAFT.CODE)
                .fetch(row -> {
                    Map<String, Object> stored = ContentJson.tree(row.get(ENTRY_DRAFT.CONTENT));
                    @SuppressWarnings("unchecked")
                    var tree = (Map<String, Object>) Objects.requireNonNull(stored.get("fields"));
                    return new Draft(
                            Kind.find(row.get(ENTRY_DRAFT.KIND)).orElseThrow(),
                            row.get(ENTRY_DRAFT.CODE),
                            tree,
                            Boolean.TRUE.equals(stored.get("illustrative")),
                            String.valueOf(stored.get("source")),
                            row.get(ENTRY_DRAFT.BASED_ON),
                            row.get(ENTRY_DRAFT.KEEPER),
                            row.get("shown", String.class),
                            row.get(ENTRY_DRAFT.PROPOSED),
                            row.get(ENTRY_DRAFT.CHANGED_AT));
                })
                .stream()
                .filter(draft -> Keeping.mayPublish(viewer, draft.keeper())
                        || draft.keeper() != null && reported.contains(draft.keeper()))
                .toList();
    }

    /**
     * Keeps what is being typed, complete or not.
     *
     * @param proposed whether it is handed over to those who may publish it
     * @return whether the viewer may; nothing is kept otherwise
     */
    public boolean keep(Viewer viewer, Wanted wanted, boolean proposed) {
        String keeper = keeper(wanted.kind(), wanted.tree());
        if (!CODE.matcher(wanted.code()).matches() || !mayDraft(viewer, wanted, keeper)) {
            return false;
        }
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("fields", wanted.tree());
        content.put("illustrative", wanted.illustrative());
        content.put("source", wanted.source());
        Instant now = clock.instant();
        sql.insertInto(ENTRY_DRAFT)
                .set(ENTRY_DRAFT.KIND, wanted.kind().code())
                .set(ENTRY_DRAFT.CODE, wanted.code())
                .set(ENTRY_DRAFT.CONTENT, ContentJson.write(content))
                .set(ENTRY_DRAFT.BASED_ON, Objects.requireNonNullElse(wanted.replaces(), 0))
                .set(ENTRY_DRAFT.KEEPER, keeper)
                .set(ENTRY_DRAFT.AUTHOR, viewer.username())
                .set(ENTRY_DRAFT.PROPOSED, proposed)
                .set(ENTRY_DRAFT.CHANGED_AT, now)
                .onConflict(ENTRY_DRAFT.KIND, ENTRY_DRAFT.CODE)
                .doUpdate()
                .set(ENTRY_DRAFT.CONTENT, ContentJson.write(content))
                .set(ENTRY_DRAFT.KEEPER, keeper)
                .set(ENTRY_DRAFT.AUTHOR, viewer.username())
                .set(ENTRY_DRAFT.PROPOSED, proposed)
                .set(ENTRY_DRAFT.CHANGED_AT, now)
                .execute();
        return true;
    }

    /** Whoever drafts has to be entitled to what stands, to what is drafted already, and to what it shall become. */
    private boolean mayDraft(Viewer viewer, Wanted wanted, @Nullable String keeper) {
        if (!Keeping.mayWrite(viewer) || !keeping.mayDraft(viewer, keeper)) {
            return false;
        }
        boolean known = sql.fetchExists(
                ENTRY_DRAFT, ENTRY_DRAFT.KIND.eq(wanted.kind().code()).and(ENTRY_DRAFT.CODE.eq(wanted.code())));
        if (known && findDraft(viewer, wanted.kind(), wanted.code()).isEmpty()) {
            return false;
        }
        return sql
                .select(CURRENT_ENTRY.KEEPER)
                .from(CURRENT_ENTRY)
                .where(CURRENT_ENTRY.KIND.eq(wanted.kind().code()))
                .and(CURRENT_ENTRY.CODE.eq(wanted.code()))
                .fetch(CURRENT_ENTRY.KEEPER)
                .stream()
                .allMatch(standing -> keeping.mayDraft(viewer, standing));
    }

    /** @return whether there was a draft that the viewer may work on */
    public boolean discard(Viewer viewer, Kind kind, String code) {
        return findDraft(viewer, kind, code).isPresent() && forget(sql, kind, code) > 0;
    }

    private static int forget(DSLContext tx, Kind kind, String code) {
        return tx.deleteFrom(ENTRY_DRAFT)
                .where(ENTRY_DRAFT.KIND.eq(kind.code()))
                .and(ENTRY_DRAFT.CODE.eq(code))
                .execute();
    }

    /** What is wrong with an entry as it is typed, without storing anything. */
    public List<Flaw> check(Wanted wanted) {
        CatalogueNames names = CatalogueNames.read(sql);
        List<Flaw> flaws = new ArrayList<>();
        if (!CODE.matcher(wanted.code()).matches()) {
            flaws.add(Flaw.at("code", Flaw.Code.BAD_CODE, wanted.code()));
        }
        switch (Reading.read(wanted.kind(), wanted.tree())) {
            case Reading.Outcome.Flawed(List<Flaw> found) -> flaws.addAll(found);
            case Reading.Outcome.Whole(Content content) -> flaws.addAll(unknown(sql, content, names, Set.of()));
        }
        return flaws;
    }

    /** Publishes one entry; its draft is done with then. @param reason why, kept with the version */
    public Outcome publish(Viewer viewer, Wanted wanted, String reason) {
        return publish(viewer, List.of(wanted), reason, null);
    }

    /**
     * Publishes entries that may name each other, all or none; their drafts are done with then.
     *
     * @param moment the moment that a replay asks for; null for now
     */
    public Outcome publish(Viewer viewer, List<Wanted> wanted, String reason, @Nullable Instant moment) {
        return Objects.requireNonNull(sql.transactionResult(
                transaction -> new Publishing(DSL.using(transaction), viewer, reason, moment).publish(wanted)));
    }

    /** What publishing would do; nothing changes. */
    public Outcome rehearse(Viewer viewer, List<Wanted> wanted) {
        try {
            sql.transaction(transaction -> {
                throw new Rehearsed(new Publishing(DSL.using(transaction), viewer, "", null).publish(wanted));
            });
            throw new IllegalStateException("A rehearsal is rolled back");
        } catch (Rehearsed rehearsed) {
            return rehearsed.outcome;
        }
    }

    /** Rolls a rehearsal back. */
    private static final class Rehearsed extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1;

        private final transient Outcome outcome;

        Rehearsed(Outcome outcome) {
            super("rehearsed", null, false, false);
            this.outcome = outcome;
        }
    }

    /** Takes an entry back, which its history keeps. */
    public Outcome withdraw(Viewer viewer, Kind kind, String code, String reason) {
        return Objects.requireNonNull(sql.transactionResult(
                transaction -> new Publishing(DSL.using(transaction), viewer, reason, null).withdraw(kind, code)));
    }

    private static @Nullable String keeper(Kind kind, Map<String, ?> tree) {
        Object named = kind.keeperField().isEmpty()
                ? null
                : tree.get(kind.keeperField().get());
        return named instanceof String code && code.matches("[A-Z]{2}") ? code : null;
    }

    /** Codes that stand for nothing. @param beside entries that come with it, as {@code kind code} */
    private static List<Flaw> unknown(DSLContext sql, Content content, CatalogueNames names, Set<String> beside) {
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

    /** One publication, within its transaction. */
    private final class Publishing {
        private final DSLContext tx;
        private final Viewer viewer;
        private final String reason;
        private final @Nullable Instant asked;
        private @Nullable Instant moment;

        Publishing(DSLContext tx, Viewer viewer, String reason, @Nullable Instant asked) {
            this.tx = tx;
            this.viewer = viewer;
            this.reason = reason;
            this.asked = asked;
        }

        Outcome publish(List<Wanted> wanted) {
            moment();
            CatalogueNames names = CatalogueNames.read(tx);
            Map<Integer, List<Flaw>> flaws = new LinkedHashMap<>();
            List<Content> contents = read(wanted, names, flaws);
            if (!flaws.isEmpty()) {
                return new Outcome.Flawed(flaws);
            }
            Shelved shelved = Shelved.read(tx, wanted);
            for (int i = 0; i < wanted.size(); i++) {
                Wanted each = wanted.get(i);
                @Nullable Latest latest = shelved.latest(each);
                int standing = latest == null || latest.withdrawn() ? 0 : latest.version();
                boolean may = Keeping.mayPublish(viewer, contents.get(i).keeper())
                        && (standing == 0
                                || Keeping.mayPublish(
                                        viewer, Objects.requireNonNull(latest).keeper()));
                if (!may) {
                    return new Outcome.OutOfScope(i);
                }
                if (each.replaces() != null && each.replaces() != standing) {
                    return new Outcome.ChangedMeanwhile(i, standing);
                }
            }
            return new Outcome.Published(store(wanted, contents, names, shelved));
        }

        private List<Content> read(List<Wanted> wanted, CatalogueNames names, Map<Integer, List<Flaw>> flaws) {
            Set<String> beside = new HashSet<>();
            List<@Nullable Content> contents = new ArrayList<>();
            for (int i = 0; i < wanted.size(); i++) {
                Wanted each = wanted.get(i);
                List<Flaw> wrong = new ArrayList<>();
                if (!CODE.matcher(each.code()).matches()) {
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

        private int store(List<Wanted> wanted, List<Content> contents, CatalogueNames names, Shelved shelved) {
            // Titles may be made of titles of entries that come at the same time: a second pass knows all of them.
            for (int pass = 0; pass < 2; pass++) {
                for (int i = 0; i < wanted.size(); i++) {
                    Wanted each = wanted.get(i);
                    names.call(each.kind(), each.code(), contents.get(i).title(names));
                }
            }
            Map<Integer, Integer> ids = new HashMap<>();
            for (int i = 0; i < wanted.size(); i++) {
                ids.put(i, shelved.id(tx, wanted.get(i)));
            }
            int versions = 0;
            Deque<Integer> renamed = new ArrayDeque<>();
            for (int i = 0; i < wanted.size(); i++) {
                Wanted each = wanted.get(i);
                @Nullable Latest latest = shelved.latest(each);
                forget(tx, each.kind(), each.code());
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
                        wanted.getFirst().kind().code() + " "
                                + wanted.getFirst().code() + (wanted.size() > 1 ? " +" + (wanted.size() - 1) : ""),
                        reason);
            }
            return versions;
        }

        Outcome withdraw(Kind kind, String code) {
            moment();
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
            forget(tx, kind, code);
            recount(kind, code);
            audit.add(viewer.username(), AuditAction.REGISTER_CHANGED, kind.code() + " " + code, reason);
            return new Outcome.Published(1);
        }

        /** What indicators count of it becomes figures as other changes do. */
        private void recount(Kind kind, String code) {
            Recount.touch(tx, "register: " + kind.code() + " " + code, moment(), asked);
        }

        private Instant moment() {
            if (moment == null) {
                moment = tx.select(Routines.advanceKnowledge("register", asked))
                        .fetchSingle()
                        .value1();
            }
            return Objects.requireNonNull(moment);
        }

        private void version(
                int id, int version, boolean withdrawn, Wanted wanted, Content content, CatalogueNames names) {
            tx.update(ENTRY_VERSION)
                    .set(ENTRY_VERSION.KNOWN_UNTIL, moment())
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
                    .set(ENTRY_VERSION.KNOWN_FROM, moment())
                    .returningResult(ENTRY_VERSION.ID)
                    .fetchSingle()
                    .value1();
            Walk.named(content).stream()
                    .filter(named -> named instanceof Walk.Named.Entry)
                    .map(named -> (Walk.Named.Entry) named)
                    .distinct()
                    .forEach(named -> tx.insertInto(
                                    ENTRY_REFERENCE, ENTRY_REFERENCE.VERSION_ID, ENTRY_REFERENCE.ENTRY_ID)
                            .select(select(DSL.val(key), ENTRY.ID)
                                    .from(ENTRY)
                                    .where(ENTRY.KIND.eq(named.kind().code()))
                                    .and(ENTRY.CODE.eq(named.code())))
                            .onConflictDoNothing()
                            .execute());
            if (!withdrawn) {
                content.counted()
                        .forEach(counted -> tx.insertInto(
                                        ENTRY_TALLY,
                                        ENTRY_TALLY.VERSION_ID,
                                        ENTRY_TALLY.TALLY,
                                        ENTRY_TALLY.INSTITUTION_ID,
                                        ENTRY_TALLY.DAY,
                                        ENTRY_TALLY.AMOUNT)
                                .select(select(
                                                DSL.val(key),
                                                DSL.val(counted.tally().code()),
                                                INSTITUTION.ID,
                                                DSL.val(counted.day()),
                                                DSL.val(BigDecimal.valueOf(counted.amount())))
                                        .from(INSTITUTION)
                                        .where(INSTITUTION.CODE.eq(counted.institution())))
                                .execute());
            }
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
                    tx.update(ENTRY_VERSION)
                            .set(ENTRY_VERSION.TITLE_ES, title.in(SPANISH))
                            .set(ENTRY_VERSION.TITLE_EN, title.in(Locale.ENGLISH))
                            .set(ENTRY_VERSION.TITLE_DE, title.in(Locale.GERMAN))
                            .set(ENTRY_VERSION.WORDS_ES, words(wanted, content, names, SPANISH))
                            .set(ENTRY_VERSION.WORDS_EN, words(wanted, content, names, Locale.ENGLISH))
                            .set(ENTRY_VERSION.WORDS_DE, words(wanted, content, names, Locale.GERMAN))
                            .where(ENTRY_VERSION.ID.eq(row.get(CURRENT_ENTRY.ID)))
                            .execute();
                    names.call(kind, row.get(CURRENT_ENTRY.CODE), title);
                    if (!title.in(SPANISH).equals(row.get(CURRENT_ENTRY.TITLE_ES))) {
                        changed.add(row.get(CURRENT_ENTRY.ENTRY_ID));
                    }
                }
            }
        }
    }

    /** The version that an entry has last. */
    private record Latest(
            int version,
            boolean withdrawn,
            @Nullable String keeper,
            Content content,
            boolean illustrative,
            String source) {
        boolean says(Wanted wanted, Content other) {
            return !withdrawn
                    && content.equals(other)
                    && illustrative == wanted.illustrative()
                    && source.equals(wanted.source());
        }
    }

    /** What there is of the entries that are wanted. */
    private record Shelved(Map<String, Integer> ids, Map<String, Latest> latest) {
        static Shelved read(DSLContext tx, List<Wanted> wanted) {
            Map<String, Integer> ids = new HashMap<>();
            Map<String, Latest> latest = new HashMap<>();
            var newest = ENTRY_VERSION.as("newest");
            tx.select(
                            ENTRY.ID,
                            ENTRY.KIND,
                            ENTRY.CODE,
                            ENTRY_VERSION.VERSION,
                            ENTRY_VERSION.WITHDRAWN,
                            ENTRY_VERSION.KEEPER,
                            ENTRY_VERSION.CONTENT,
                            ENTRY_VERSION.ILLUSTRATIVE,
                            ENTRY_VERSION.SOURCE)
                    .from(ENTRY)
                    .join(ENTRY_VERSION)
                    .on(ENTRY_VERSION.ENTRY_ID.eq(ENTRY.ID))
                    .where(ENTRY.CODE.in(wanted.stream().map(Wanted::code).toList()))
                    .and(ENTRY_VERSION.VERSION.eq(
                            select(max(newest.VERSION)).from(newest).where(newest.ENTRY_ID.eq(ENTRY.ID))))
                    .forEach(row -> {
                        Kind kind = Kind.find(row.get(ENTRY.KIND)).orElseThrow();
                        String key = row.get(ENTRY.KIND) + " " + row.get(ENTRY.CODE);
                        ids.put(key, row.get(ENTRY.ID));
                        latest.put(
                                key,
                                new Latest(
                                        row.get(ENTRY_VERSION.VERSION),
                                        row.get(ENTRY_VERSION.WITHDRAWN),
                                        row.get(ENTRY_VERSION.KEEPER),
                                        ContentJson.read(kind, row.get(ENTRY_VERSION.CONTENT)),
                                        row.get(ENTRY_VERSION.ILLUSTRATIVE),
                                        row.get(ENTRY_VERSION.SOURCE)));
                    });
            return new Shelved(ids, latest);
        }

        @Nullable
        Latest latest(Wanted wanted) {
            return latest.get(key(wanted));
        }

        /** The entry's key in the database, where it is put if need be. */
        int id(DSLContext tx, Wanted wanted) {
            return ids.computeIfAbsent(
                    key(wanted),
                    key -> tx.insertInto(ENTRY, ENTRY.KIND, ENTRY.CODE)
                            .values(wanted.kind().code(), wanted.code())
                            .returningResult(ENTRY.ID)
                            .fetchSingle()
                            .value1());
        }

        private static String key(Wanted wanted) {
            return wanted.kind().code() + " " + wanted.code();
        }
    }
}
