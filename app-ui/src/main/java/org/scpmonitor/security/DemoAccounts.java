package org.scpmonitor.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.scpmonitor.access.Account;
import org.scpmonitor.access.Accounts;
import org.scpmonitor.access.AuditTrail;
import org.scpmonitor.access.Grant;
import org.scpmonitor.access.Grants;
import org.scpmonitor.access.Role;
import org.scpmonitor.mail.Contacts;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** The accounts of the demonstration, all with the password that the sign-in page shows. */
@Component
public class DemoAccounts {

    /** Everyone's password. */
    public static final String PASSWORD = "demo";

    /** A name that no mail can ever reach (RFC 2606). */
    private static final String UNDELIVERABLE = "@demo.invalid";

    private final Accounts accounts;
    private final Grants grants;
    private final Contacts contacts;
    private final PasswordEncoder encoder;

    DemoAccounts(Accounts accounts, Grants grants, Contacts contacts, PasswordEncoder encoder) {
        this.accounts = accounts;
        this.grants = grants;
        this.contacts = contacts;
        this.encoder = encoder;
    }

    /** Their user names, in the order of the sign-in page. */
    public static List<String> names() {
        return Line.all().stream().map(Line::username).distinct().toList();
    }

    /**
     * Makes those that don't exist yet and lets the others in again. Those whose country or institution the catalogue
     * doesn't have are left out until it has.
     */
    public void create() {
        String hash = null;
        for (Line line : Line.all()) {
            Optional<Grant> grant = grants.find(line.role(), line.scope());
            Optional<Account> account = accounts.find(line.username());
            if (account.isPresent()) {
                accounts.enable(account.get(), true, AuditTrail.SYSTEM);
                grant.filter(missing -> !account.get().grants().contains(missing))
                        .ifPresent(missing -> grants.give(account.get(), missing, AuditTrail.SYSTEM));
            } else if (grant.isPresent()) {
                hash = hash == null ? Objects.requireNonNull(encoder.encode(PASSWORD)) : hash;
                accounts.create(
                        line.username(),
                        line.displayName(),
                        Locale.of("es"),
                        hash,
                        Set.of(grant.get()),
                        AuditTrail.SYSTEM);
            }
            contacts.give(line.username(), line.username() + UNDELIVERABLE);
        }
    }

    /** Shuts out every demo account that still has the password that everyone knows. */
    public void disable() {
        for (String username : names()) {
            accounts.find(username)
                    .filter(Account::enabled)
                    .filter(account -> encoder.matches(PASSWORD, account.passwordHash()))
                    .ifPresent(account -> accounts.enable(account, false, AuditTrail.SYSTEM));
        }
    }

    private record Line(String username, Role role, String scope, String displayName) {

        static List<Line> all() {
            try (var file = Objects.requireNonNull(DemoAccounts.class.getResourceAsStream("demo-accounts.csv"))) {
                return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .map(line -> line.split(";", 4))
                        .map(cells -> new Line(cells[0], Role.of(cells[1]), cells[2], cells[3]))
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
