package org.scpmonitor.ui.indicator;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.indicator.IndicatorSheet;
import org.scpmonitor.ui.component.Icon;
import org.scpmonitor.ui.component.PageActions;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.component.Selection;
import org.scpmonitor.ui.component.TableFile;
import org.scpmonitor.ui.progress.Picture;

/** A link that shows the same figures for ever, the figures as files, and their chart as an image. */
class ShareActions extends PageActions {
    private final Supplier<FigureFile.Source> source;

    record Shown(Picture picture, IndicatorSheet sheet, Selection selection) {}

    /** @param source where files read their rows, for whoever asks then */
    ShareActions(Supplier<FigureFile.Source> source, Clock clock, Runnable saveImage) {
        super(clock);
        this.source = source;
        offer(Icon.CHART, "indicator.download.png", saveImage);
    }

    void show(@Nullable Shown now) {
        show(now == null ? null : new Figures(now, source));
    }

    private record Figures(Shown now, Supplier<FigureFile.Source> source) implements PageActions.Shown {
        @Override
        public AsOf asOf() {
            return now.selection().moment();
        }

        @Override
        public String address(Instant moment) {
            Selection pinned = now.selection()
                    .ofProgramme(now.picture().progress().programme().code())
                    .by(now.picture().method())
                    .asKnownAt(moment);
            Selection.Look look = now.selection().look();
            return Pages.indicator(now.sheet().code(), pinned.look(null))
                    + (look == null ? "" : "&look=" + look.name().toLowerCase(Locale.ROOT));
        }

        @Override
        public TableFile file(Instant moment, String address, Locale locale) {
            return new FigureFile(now.picture(), now.sheet(), now.selection(), moment, address, locale)
                    .table(source.get());
        }
    }
}
