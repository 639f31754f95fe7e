package org.scpmonitor.ui.cooperation;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.entry.Adoption;
import org.scpmonitor.entry.Contribution;
import org.scpmonitor.entry.Cooperation;
import org.scpmonitor.entry.Event;
import org.scpmonitor.entry.ExchangeRate;
import org.scpmonitor.entry.Learning;
import org.scpmonitor.entry.Partner;
import org.scpmonitor.entry.Practice;
import org.scpmonitor.entry.Topic;
import org.scpmonitor.register.Entry;
import org.scpmonitor.register.Shelf;

/**
 * What the page of a cooperation shows.
 *
 * @param year of which the learning is shown; null for all of them
 */
record CooperationShelf(
        Entry<Cooperation> cooperation,
        Shelf shelf,
        @Nullable Integer year) {
    List<Entry<Partner>> partners() {
        return shelf.all(Partner.class).stream()
                .filter(each -> each.content().cooperation().equals(cooperation.code()))
                .toList();
    }

    List<Entry<Learning>> learnings() {
        return shelf.all(Learning.class).stream()
                .filter(each -> each.content().cooperation().equals(cooperation.code()))
                .toList();
    }

    List<Entry<Contribution>> contributions() {
        return shelf.all(Contribution.class).stream()
                .filter(each -> each.content().cooperation().equals(cooperation.code()))
                .toList();
    }

    /** Its own, and those that say of none that they belong to it but speak of its countries. */
    List<Entry<Event>> events() {
        return shelf.all(Event.class).stream()
                .filter(each -> each.content().cooperation() == null
                        ? each.countries().stream().anyMatch(this::takesPart)
                        : cooperation.code().equals(each.content().cooperation()))
                .toList();
    }

    /** Practices of its countries. */
    List<Entry<Practice>> practices() {
        return shelf.all(Practice.class).stream()
                .filter(each -> takesPart(each.content().country()))
                .toList();
    }

    /** What its countries took over from each other. */
    List<Entry<Adoption>> adoptions() {
        return shelf.all(Adoption.class).stream()
                .filter(each -> takesPart(each.content().country())
                        && takesPart(each.content().giver()))
                .toList();
    }

    private boolean takesPart(String country) {
        return cooperation.content().countries().contains(country);
    }

    List<Entry<ExchangeRate>> rates() {
        return shelf.all(ExchangeRate.class);
    }

    Optional<Entry<Topic>> topic(@Nullable String code) {
        return code == null ? Optional.empty() : shelf.find(Topic.class, code);
    }

    Optional<Entry<Practice>> practice(String code) {
        return shelf.find(Practice.class, code);
    }

    /** What an institution is called in short: as a partner, else its code. */
    String institution(String code) {
        return partners().stream()
                .filter(each -> code.equals(each.content().institution()))
                .findFirst()
                .map(each -> Objects.requireNonNullElse(each.content().acronym(), code))
                .orElse(code);
    }

    Stream<Entry<?>> everything() {
        Stream<Entry<?>> one = Stream.of(cooperation);
        return Stream.of(
                        one,
                        partners().stream(),
                        learnings().stream(),
                        contributions().stream(),
                        events().stream(),
                        practices().stream(),
                        adoptions().stream())
                .flatMap(each -> each);
    }
}
