package org.scpmonitor.catalogue;

import static org.scpmonitor.schema.Tables.INSTITUTION;
import static org.scpmonitor.schema.Tables.PROGRAMME;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jooq.DSLContext;
import org.scpmonitor.access.AuditAction;
import org.scpmonitor.access.AuditTrail;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.catalogue.CatalogueDocument.Programme;
import org.scpmonitor.catalogue.CatalogueDocument.ProgrammeIndicator;
import org.scpmonitor.catalogue.CatalogueImport.Outcome;
import org.scpmonitor.catalogue.CatalogueImport.Prospect;
import org.scpmonitor.listing.Known;
import org.springframework.stereotype.Repository;

/**
 * Changes what is set for single programmes, and how they follow single indicators; each change goes the way of a whole
 * document. Problems are told by the name of the field that they stand at.
 */
@Repository
public class ProgrammeEdits {
    private static final int MOST_FIGURES = 50;

    private final DSLContext sql;
    private final CatalogueImport imports;
    private final AuditTrail audit;

    ProgrammeEdits(DSLContext sql, CatalogueImport imports, AuditTrail audit) {
        this.sql = sql;
        this.imports = imports;
        this.audit = audit;
    }

    /** In the catalogue's order, each with the indicators that it follows. */
    public List<Programme> list() {
        return new ProgrammeExport(sql).programmes(Known.at(sql, AsOf.NOW));
    }

    public Optional<Programme> find(String code) {
        return list().stream()
                .filter(programme -> programme.code().equals(code))
                .findFirst();
    }

    /** The codes of those of its country's institutions that may answer for an indicator. */
    public List<String> institutions(String programme) {
        return sql.select(INSTITUTION.CODE)
                .from(INSTITUTION)
                .join(PROGRAMME)
                .on(PROGRAMME.COUNTRY.eq(INSTITUTION.COUNTRY))
                .where(PROGRAMME.CODE.eq(programme))
                .and(INSTITUTION.KIND.in("ministry", "agency"))
                .orderBy(INSTITUTION.CODE)
                .fetch(INSTITUTION.CODE);
    }

    /** What another state of a programme would do; nothing changes. */
    public Prospect foresee(Programme wanted) {
        Prospect prospect = imports.foresee(document -> document.withProgrammes(with(document, wanted)), MOST_FIGURES);
        return new Prospect(
                atFields(prospect.outcome(), wanted.code(), ""), prospect.differences(), prospect.figures());
    }

    /** What another way of following an indicator would do; nothing changes. */
    public Prospect foresee(String programme, ProgrammeIndicator wanted) {
        Prospect prospect = imports.foresee(following(programme, wanted), MOST_FIGURES);
        return new Prospect(
                atFields(prospect.outcome(), programme, wanted.indicator()),
                prospect.differences(),
                prospect.figures());
    }

    /** Takes over what is set for a programme, but for the indicators that it follows. @param reason kept with the audit */
    public Outcome take(Viewer viewer, Programme wanted, String reason) {
        return take(
                viewer,
                document -> document.withProgrammes(with(document, wanted)),
                wanted.code(),
                wanted.code(),
                "",
                reason);
    }

    /** Takes over how a programme follows an indicator, from now on where it didn't. @param reason kept with the audit */
    public Outcome take(Viewer viewer, String programme, ProgrammeIndicator wanted, String reason) {
        return take(
                viewer,
                following(programme, wanted),
                programme + " " + wanted.indicator(),
                programme,
                wanted.indicator(),
                reason);
    }

    private Outcome take(
            Viewer viewer,
            UnaryOperator<CatalogueDocument> change,
            String what,
            String programme,
            String indicator,
            String reason) {
        if (!viewer.mayEditCatalogue()) {
            throw new SecurityException(viewer.username() + " doesn't keep the catalogue");
        }
        Outcome outcome = imports.edit(change, new By(viewer.username(), reason));
        if (outcome instanceof Outcome.Applied) {
            audit.add(viewer.username(), AuditAction.CATALOGUE_CHANGED, what, reason);
        }
        return atFields(outcome, programme, indicator);
    }

    private static List<Programme> with(CatalogueDocument document, Programme wanted) {
        return document.programmes().stream()
                .map(each -> each.code().equals(wanted.code()) ? wanted.following(each.indicators()) : each)
                .toList();
    }

    /** Of one programme's indicators only one is its headline: another gives way to it. */
    private static UnaryOperator<CatalogueDocument> following(String programme, ProgrammeIndicator wanted) {
        return document -> document.withProgrammes(document.programmes().stream()
                .map(each -> each.code().equals(programme) ? each.following(with(each.indicators(), wanted)) : each)
                .toList());
    }

    private static List<ProgrammeIndicator> with(List<ProgrammeIndicator> stored, ProgrammeIndicator wanted) {
        List<ProgrammeIndicator> indicators = new ArrayList<>(stored);
        if (indicators.stream().noneMatch(each -> each.indicator().equals(wanted.indicator()))) {
            indicators.add(wanted);
        }
        indicators.replaceAll(each -> each.indicator().equals(wanted.indicator())
                ? wanted
                : wanted.headline() ? each.withoutHeadline() : each);
        return indicators;
    }

    /** Problems by the field's name where they are the programme's, or the indicator's in it, else by the path. */
    private Outcome atFields(Outcome outcome, String programme, String indicator) {
        if (!(outcome instanceof Outcome.Refused refused)) {
            return outcome;
        }
        List<Programme> programmes = list();
        int place = programmes.stream().map(Programme::code).toList().indexOf(programme);
        String path = "$.programmes[" + place + "].";
        if (!indicator.isEmpty()) {
            List<ProgrammeIndicator> followed = programmes.get(place).indicators();
            int at = followed.stream()
                    .map(ProgrammeIndicator::indicator)
                    .toList()
                    .indexOf(indicator);
            path += "indicators[" + (at < 0 ? followed.size() : at) + "].";
        }
        String prefix = path;
        return new Outcome.Refused(refused.problems().stream()
                .map(problem -> problem.path().startsWith(prefix)
                        ? new CatalogueProblem(
                                problem.path()
                                        .substring(prefix.length())
                                        .replaceFirst("^(milestone|target)s\\[\\d+]", "$1"),
                                problem.code(),
                                problem.arguments())
                        : problem)
                .toList());
    }
}
