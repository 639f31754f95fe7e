package org.scpmonitor.ui.procurement;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.comparison.Compared.Point;
import org.scpmonitor.entry.Criterion;
import org.scpmonitor.procurement.ImpactChain.Link;
import org.scpmonitor.procurement.Purchase;
import org.scpmonitor.procurement.Uptake;
import org.scpmonitor.procurement.WhatIf;
import org.scpmonitor.progress.Forecast;
import org.scpmonitor.progress.IndicatorProgress;
import org.scpmonitor.register.Entry;
import org.scpmonitor.ui.component.CountryMark;
import org.scpmonitor.ui.component.PageActions;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.component.Selection;
import org.scpmonitor.ui.component.TableFile;

/**
 * A criterion's page as a file: what meets it, the parts of each impact, and what more would be avoided, a number in each line.
 *
 * @param programme every indicator of the country's programme
 */
record CriterionFile(
        Entry<Criterion> entry, Measures measures, WhatIfCard.Asked asked, List<IndicatorProgress> programme, AsOf asOf)
        implements PageActions.Shown {

    private enum Column {
        PART,
        PERIOD,
        CODE,
        WHAT,
        VALUE,
        UNIT,
        UNCERTAINTY,
        REPORTED,
        EXPECTED,
        SOURCE,
        PROVENANCE
    }

    @Override
    public String address(Instant moment) {
        return Pages.criterion(entry.code()) + "?" + asked.query() + "&"
                + Selection.NONE.asKnownAt(moment).query();
    }

    @Override
    public TableFile file(Instant moment, String address, Locale locale) {
        Criterion criterion = criterion();
        List<List<String>> head = new ArrayList<>();
        head.add(List.of(
                translate(locale, "procurement.criterion.any"),
                entry.code() + " · " + entry.title().in(locale) + " · v" + entry.version()));
        head.add(List.of(translate(locale, "procurement.fact.country"), CountryMark.name(criterion.country(), locale)));
        head.add(List.of(
                translate(locale, "procurement.fact.requirement"),
                criterion.requirement().in(locale)));
        if (entry.illustrative()) {
            head.add(List.of(translate(locale, "register.nature"), translate(locale, "shell.illustrative")));
        }
        head.add(List.of(translate(locale, "procurement.fact.source"), entry.source()));
        head.addAll(PageActions.said(moment, address, locale));
        return new TableFile(
                entry.code(),
                translate(locale, "procurement.file.sheet"),
                head,
                Arrays.stream(Column.values())
                        .map(each -> translate(locale, "procurement.file.column." + each.name()))
                        .toList(),
                new Lines(locale).all());
    }

    /** The table's lines in one language. */
    private final class Lines {
        private final Locale locale;
        private final List<List<@Nullable Object>> lines = new ArrayList<>();

        Lines(Locale locale) {
            this.locale = locale;
        }

        List<List<@Nullable Object>> all() {
            Criterion criterion = criterion();
            shares(
                    criterion.purchases() == null ? "share" : "uptake",
                    measures.uptake(),
                    criterion.meeting(),
                    criterion.purchases());
            shares("spend", measures.bySpend(), criterion.spendMeeting(), criterion.spend());
            measures.impacts().forEach(impact -> {
                impact.in(criterion.country()).forEach(point -> figure("impact", impact, point));
                measures.chain(impact)
                        .ifPresent(chain -> chain.links()
                                .forEach(link -> link(impact, chain.result().period(), link)));
                measures.whatIf(impact, asked.share(), ReportingPeriod.year(asked.year()))
                        .ifPresent(whatIf -> raised(impact, whatIf));
            });
            return lines;
        }

        /** A share's own provenance is that of what meets it, as on the screen. */
        private void shares(String part, Uptake uptake, @Nullable String meeting, @Nullable String bought) {
            for (Uptake.Share share : uptake.shares()) {
                Point met = share.meeting();
                if (met != null) {
                    measures.purchases().find(meeting).ifPresent(each -> figure(part, each, met));
                    measures.purchases().find(bought).ifPresent(each -> figure(part, each, share.purchases()));
                }
                line(
                        part,
                        share.period(),
                        met == null ? criterion().share() : null,
                        translate(locale, "procurement.uptake"),
                        share.value().movePointRight(2),
                        "%",
                        null,
                        met == null ? share.purchases() : met,
                        BigDecimal.valueOf(share.reported()),
                        BigDecimal.valueOf(share.expected()),
                        "");
            }
        }

        private void figure(String part, Purchase indicator, Point point) {
            line(
                    part,
                    point.period(),
                    indicator.code(),
                    indicator.name().in(locale),
                    point.value(),
                    indicator.unit(),
                    point.uncertainty(),
                    point,
                    BigDecimal.valueOf(point.reported()),
                    BigDecimal.valueOf(point.expected()),
                    "");
        }

        private void link(Purchase impact, ReportingPeriod period, Link link) {
            switch (link) {
                case Link.Figure(var indicator, var point) -> figure("chain", indicator, point);
                case Link.Factor(var factor, var held) ->
                    plain("chain", period, factor.code(), factor.name().in(locale), link, held.source());
                case Link.Number _ ->
                    plain("chain", period, impact.code(), translate(locale, "procurement.chain.number"), link, "");
                case Link.Part(var _, var _, var _, var factors) ->
                    plain(
                            "chain",
                            period,
                            impact.code(),
                            translate(locale, "procurement.chain.part"),
                            link,
                            factors.stream().map(Purchase.Factor::code).collect(Collectors.joining(", ")));
            }
        }

        private void plain(String part, ReportingPeriod period, String code, String what, Link link, String source) {
            line(part, period, code, what, link.value(), link.unit(), link.uncertainty(), null, null, null, source);
        }

        private void raised(Purchase impact, WhatIf whatIf) {
            told(whatIf.latest(), impact.code(), "procurement.whatif.unit", whatIf.unitImpact(), whatIf.unit());
            whatIf.years()
                    .forEach(each -> told(
                            each.period(), impact.code(), "procurement.whatif.more", each.additional(), whatIf.unit()));
            programme.stream()
                    .filter(each -> each.headline() && !each.more())
                    .findFirst()
                    .ifPresent(headline -> whatIf.less(headline.projection(), headline.unit())
                            .ifPresent(with -> bands(headline, with)));
        }

        /** The programme's headline indicator as it is projected, and with what would be avoided taken off. */
        private void bands(IndicatorProgress headline, List<Forecast.Band> with) {
            headline.projection()
                    .forEach(each -> told(
                            each.period(),
                            headline.indicator(),
                            "procurement.file.without",
                            each.middle(),
                            headline.unit()));
            with.forEach(each -> told(
                    each.period(), headline.indicator(), "procurement.whatif.with", each.middle(), headline.unit()));
        }

        private void told(ReportingPeriod period, String code, String key, BigDecimal value, String unit) {
            line("whatif", period, code, translate(locale, key), value, unit, null, null, null, null, "");
        }

        private void line(
                String part,
                ReportingPeriod period,
                @Nullable String code,
                String what,
                BigDecimal value,
                String unit,
                @Nullable BigDecimal uncertainty,
                @Nullable Point figure,
                @Nullable BigDecimal reported,
                @Nullable BigDecimal expected,
                String source) {
            lines.add(Arrays.asList(
                    translate(locale, "procurement.file.part." + part),
                    period.toString(),
                    code,
                    what,
                    value,
                    unit,
                    uncertainty,
                    reported,
                    expected,
                    source,
                    figure == null ? null : "/api/v1/provenance/" + figure.id()));
        }
    }

    private Criterion criterion() {
        return entry.content();
    }
}
