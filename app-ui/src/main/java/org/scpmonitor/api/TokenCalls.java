package org.scpmonitor.api;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.access.Tokens;
import org.scpmonitor.access.Tokens.Token;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.listing.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Bearer tokens of one's own, with which programs call instead of a password. Only whoever gives the password gets one. */
@RestController
@RequestMapping(TokenCalls.PATH)
class TokenCalls {

    static final String PATH = "/api/v1/tokens";

    private static final Duration USUAL = Duration.ofDays(90);
    private static final int LONGEST_NAME = 100;

    private static final Columns<Token> COLUMNS = new Columns<Token>()
            .add("id", Token::id)
            .add("name", Token::name)
            .add("createdAt", Token::createdAt)
            .add("expiresAt", Token::expiresAt);

    private final Tokens tokens;
    private final Clock clock;

    TokenCalls(Tokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * @param name what it is for; empty where that isn't said
     * @param expiresAt at most 366 days from now; 90 days from now where it isn't said
     */
    record Asking(@Nullable String name, @Nullable Instant expiresAt) {}

    /** @param token told this one time */
    record Made(int id, String name, Instant createdAt, Instant expiresAt, String token) {}

    @GetMapping
    @Operation(summary = "One's own tokens, without their secrets")
    @Nullable
    Page<Token> list(Viewer viewer, Paging paging, Format format, HttpServletResponse response) throws IOException {
        return Lists.answer(tokens.list(viewer), paging, format, "tokens", COLUMNS, response);
    }

    @PostMapping
    @Operation(
            summary = "Make a token",
            description = "It is told this one time, and sent as Authorization: Bearer. It ends after 90 days, or when"
                    + " expiresAt says, at most 366 days from now. A token can't make tokens.")
    ResponseEntity<Made> make(Viewer viewer, @RequestBody(required = false) @Nullable Asking asking) {
        String name =
                asking == null || asking.name() == null ? "" : asking.name().strip();
        if (name.length() > LONGEST_NAME) {
            throw Problem.with(Problem.Kind.TOO_LONG, "name", LONGEST_NAME);
        }
        Instant now = clock.instant();
        Instant expiresAt = asking == null || asking.expiresAt() == null ? now.plus(USUAL) : asking.expiresAt();
        if (!expiresAt.isAfter(now) || expiresAt.isAfter(now.plus(Tokens.LONGEST))) {
            throw Problem.with(Problem.Kind.BAD_PARAMETER, "expiresAt", expiresAt.toString());
        }
        Tokens.Made made = tokens.make(viewer, name, expiresAt);
        Token token = made.token();
        return ResponseEntity.created(URI.create(PATH + "/" + token.id()))
                .body(new Made(token.id(), token.name(), token.createdAt(), token.expiresAt(), made.secret()));
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Take a token back", description = "It opens nothing from then on.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeBack(Viewer viewer, @PathVariable int id) {
        if (!tokens.takeBack(viewer, id)) {
            throw Problem.of(Problem.Kind.NOT_FOUND);
        }
    }
}
