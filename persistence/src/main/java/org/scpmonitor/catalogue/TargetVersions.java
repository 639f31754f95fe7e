package org.scpmonitor.catalogue;

import static org.jooq.impl.DSL.row;
import static org.scpmonitor.schema.tables.Target.TARGET;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.scpmonitor.catalogue.CatalogueChange.Kind;
import org.scpmonitor.catalogue.CatalogueDocument.Target;
import org.scpmonitor.catalogue.ProgrammeParts.Followed;
import org.scpmonitor.listing.Moment;
import org.scpmonitor.schema.tables.records.TargetRecord;
import org.scpmonitor.text.Text;

/**
 * Stores targets. A document tells all versions of a target, so that successive ones come in together: each then gets
 * its own moment, in the order of their decisions.
 */
record TargetVersions(DSLContext sql, Moment moment) {

    /** @param today the last day whose decisions are known */
    List<CatalogueChange> store(List<Followed> followed, LocalDate today) {
        Map<String, List<TargetRecord>> wanted = new LinkedHashMap<>();
        for (Followed each : followed) {
            each.indicator().targets().stream()
                    .filter(target -> !target.decidedOn().isAfter(today))
                    .forEach(target -> wanted.computeIfAbsent(target.code(), code -> new ArrayList<>())
                            .add(content(each.id(), target)));
        }
        Map<String, List<TargetRecord>> stored = new LinkedHashMap<>();
        sql.select(Versions.readable(TARGET, TARGET.KNOWN_UNTIL))
                .from(TARGET)
                .where(TARGET.CODE.in(wanted.keySet()))
                .orderBy(TARGET.CODE, TARGET.VERSION)
                .fetchInto(TARGET)
                .forEach(row -> stored.computeIfAbsent(row.getCode(), code -> new ArrayList<>())
                        .add(row));
        List<CatalogueChange> changes = new ArrayList<>();
        Map<String, List<TargetRecord>> missing = new LinkedHashMap<>();
        wanted.forEach((code, versions) -> missing.put(code, missing(versions, stored.getOrDefault(code, List.of()))));
        for (int round = 0; ; round++) {
            int place = round;
            List<TargetRecord> next = missing.values().stream()
                    .filter(versions -> versions.size() > place)
                    .map(versions -> versions.get(place))
                    .toList();
            if (next.isEmpty()) {
                return changes;
            }
            changes.addAll(open(next, round == 0 ? moment.current() : moment.later(), stored));
        }
    }

    /** The contents that are to follow the stored versions, so that the last one wanted becomes the current one. */
    private static List<TargetRecord> missing(List<TargetRecord> wanted, List<TargetRecord> stored) {
        if (stored.isEmpty()) {
            return wanted;
        }
        if (Versions.sameContent(wanted.getLast(), stored.getLast())) {
            return List.of();
        }
        int known = wanted.size();
        while (known > 0 && !isStored(wanted.get(known - 1), stored)) {
            known--;
        }
        return known == wanted.size() ? List.of(wanted.getLast()) : wanted.subList(known, wanted.size());
    }

    private static boolean isStored(TargetRecord content, List<TargetRecord> stored) {
        return stored.stream().anyMatch(version -> Versions.sameContent(content, version));
    }

    private List<CatalogueChange> open(
            List<TargetRecord> contents, Instant from, Map<String, List<TargetRecord>> stored) {
        sql.update(TARGET)
                .set(TARGET.KNOWN_UNTIL, from)
                .where(TARGET.KNOWN_UNTIL.eq(Moment.FOR_EVER))
                .and(TARGET.CODE
                        .in(contents.stream().map(TargetRecord::getCode).toList())
                        .or(row(
                                        TARGET.PROGRAMME_INDICATOR_ID,
                                        TARGET.PERIOD_START,
                                        TARGET.PERIOD_MONTHS,
                                        TARGET.CONDITIONAL)
                                .in(contents.stream()
                                        .map(content -> row(
                                                content.getProgrammeIndicatorId(),
                                                content.getPeriodStart(),
                                                content.getPeriodMonths(),
                                                content.getConditional()))
                                        .toList())))
                .execute();
        List<CatalogueChange> changes = new ArrayList<>();
        for (TargetRecord content : contents) {
            List<TargetRecord> versions = stored.computeIfAbsent(content.getCode(), code -> new ArrayList<>());
            changes.add(new CatalogueChange(
                    "targets", content.getCode(), versions.isEmpty() ? Kind.ADDED : Kind.CHANGED, 1));
            versions.add(content);
            content.setVersion(versions.size()).setKnownFrom(from);
        }
        sql.batchInsert(contents).execute();
        return changes;
    }

    private static TargetRecord content(int followed, Target target) {
        Text note = target.definitionNote();
        return TARGET.newRecord()
                .setCode(target.code())
                .setProgrammeIndicatorId(followed)
                .setPeriodStart(target.period().start())
                .setPeriodMonths((short) target.period().months())
                .setValue(target.value())
                .setConditional(target.conditional())
                .setIllustrative(target.illustrative())
                .setStatementEs(target.statement().es())
                .setStatementEn(target.statement().en())
                .setStatementDe(target.statement().de())
                .setDerivation(target.derivation())
                .setDefinitionNoteEs(note == null ? null : note.es())
                .setDefinitionNoteEn(note == null ? null : note.en())
                .setDefinitionNoteDe(note == null ? null : note.de())
                .setSourceTitle(target.source().title())
                .setSourceUrl(target.source().url())
                .setDecidedOn(target.decidedOn());
    }
}
