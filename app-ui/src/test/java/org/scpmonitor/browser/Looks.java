package org.scpmonitor.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static org.scpmonitor.browser.Visit.open;
import static org.scpmonitor.browser.Visit.signIn;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import org.assertj.core.api.Assertions;
import org.scpmonitor.browser.EveryScreen.Screen;
import org.scpmonitor.browser.EveryScreen.Way;

/**
 * Looks at screens from two browsers at once, since the server rests while axe computes; each account signs in once. What
 * was found is asked for look by look.
 */
final class Looks implements AutoCloseable {
    private static final int AT_ONCE = 2;

    /** Colours and dialogs that come by and by have come when this is done, those within components too. */
    private static final String SETTLED = """
            () => new Promise(done => requestAnimationFrame(() => {
                const within = root => [...root.getAnimations(), ...[...root.querySelectorAll('*')]
                    .flatMap(each => each.shadowRoot ? within(each.shadowRoot) : [])];
                Promise.allSettled(within(document)
                    .filter(each => each.effect.getComputedTiming().endTime !== Infinity)
                    .map(each => each.finished)).then(() => done());
            }))""";

    /** Texts of four words or more that have no room: each word, or less, stands on a line of its own. */
    private static final String SQUEEZED = """
            () => {
                const lines = text => {
                    const range = document.createRange();
                    range.selectNodeContents(text);
                    return new Set([...range.getClientRects()].map(each => Math.round(each.top))).size;
                };
                const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
                const found = [];
                for (let text; text = texts.nextNode();) {
                    const words = text.data.trim().split(/\\s+/).length;
                    if (words >= 4 && lines(text) >= words) found.push(text.data.trim());
                }
                return found;
            }""";

    private final String address;
    private final UnaryOperator<String> places;
    private final ExecutorService browsers = Executors.newFixedThreadPool(AT_ONCE);
    private final Map<Look, CompletableFuture<Void>> looks = new ConcurrentHashMap<>();

    private record Look(String screen, Way way) {}

    /** @param places puts what only the running monitor knows into a path */
    Looks(String address, UnaryOperator<String> places, List<Screen> screens) {
        this.address = address;
        this.places = places;
        for (Screen screen : screens) {
            for (Way way : Way.values()) {
                looks.put(new Look(screen.name(), way), new CompletableFuture<>());
            }
        }
        screens.stream().collect(groupingBy(Screen::account)).values().stream()
                .sorted(comparing(Collection<Screen>::size).reversed())
                .forEach(ofOne -> browsers.execute(() -> lookAt(ofOne)));
    }

    /** Waits until it was looked at, and throws what was found. */
    void check(Screen screen, Way way) {
        Objects.requireNonNull(looks.get(new Look(screen.name(), way))).join();
    }

    /** @param screens of one account */
    private void lookAt(List<Screen> screens) {
        try (Chromium chromium = new Chromium()) {
            Page page = chromium.visitor(address, EveryScreen.WIDE, ColorScheme.LIGHT);
            String account = screens.getFirst().account();
            if (!account.isEmpty()) {
                signIn(page, account);
            }
            for (Way way : Way.values()) {
                screens.forEach(screen -> tell(new Look(screen.name(), way), () -> look(page, screen, way)));
            }
        } catch (RuntimeException | AssertionError failure) {
            screens.forEach(screen -> List.of(Way.values())
                    .forEach(way -> tell(new Look(screen.name(), way), () -> {
                        throw failure;
                    })));
        }
    }

    private void tell(Look look, Runnable looking) {
        CompletableFuture<Void> told = Objects.requireNonNull(looks.get(look));
        try {
            looking.run();
            told.complete(null);
        } catch (RuntimeException | AssertionError found) {
            told.completeExceptionally(found);
        }
    }

    private void look(Page page, Screen screen, Way way) {
        page.setViewportSize(way.width(), 1000);
        colour(page, way.scheme());
        String path = places.apply(screen.path());
        open(page, path + (path.contains("?") ? "&" : "?") + "lang=" + way.language());
        assertThat(page.locator("html")).hasAttribute("lang", way.language());
        screen.opening().accept(page);
        Chromium.keep(
                page,
                screen.name() + "-" + way.language() + "-" + way.width() + "-"
                        + way.scheme().name().toLowerCase(Locale.ROOT));
        page.evaluate(SETTLED);
        Assertions.assertThat((List<?>) page.evaluate(SQUEEZED))
                .as("what has no room")
                .isEmpty();
        Assertions.assertThat(Chromium.barriers(page)).isEmpty();
        way.otherScheme().ifPresent(other -> {
            colour(page, other);
            page.evaluate(SETTLED);
            Assertions.assertThat(Chromium.faint(page))
                    .as("what is too faint when " + other)
                    .isEmpty();
        });
        for (int width : List.of(EveryScreen.PHONE, EveryScreen.ZOOMED)) {
            page.setViewportSize(width, 1000);
            Assertions.assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .as("nothing is cut off or scrolls sideways at " + width)
                    .isTrue();
        }
    }

    private static void colour(Page page, ColorScheme scheme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    }

    @Override
    public void close() {
        browsers.shutdownNow();
    }
}
