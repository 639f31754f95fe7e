package org.scpmonitor.security;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.scpmonitor.access.Account;
import org.scpmonitor.access.Accounts;
import org.scpmonitor.access.AuditAction;
import org.scpmonitor.access.AuditTrail;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Checks user name and password, for the sign-in form and HTTP Basic alike. What an unknown account, a disabled one and
 * a wrong password get can't be told apart, neither by words nor by the time it takes.
 */
@Component
class PasswordCheck implements AuthenticationProvider {

    /** What views for whoever decides ask for: coordinators, managers and experts have it, and those in their place. */
    static final String APPROVER = "APPROVER";

    private final Accounts accounts;
    private final AuditTrail audit;
    private final PasswordEncoder encoder;
    private final VerifiedPasswords verified;
    private final FailedSignIns failures;
    private final CurrentViewer viewers;
    private final String nobodysHash;

    PasswordCheck(Accounts accounts, AuditTrail audit, PasswordEncoder encoder, CurrentViewer viewers, Clock clock) {
        this.accounts = accounts;
        this.audit = audit;
        this.encoder = encoder;
        this.viewers = viewers;
        this.verified = new VerifiedPasswords(clock);
        this.failures = new FailedSignIns(clock);
        this.nobodysHash = Objects.requireNonNull(encoder.encode("nobody"));
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        String username = asked.getName();
        String password = asked.getCredentials() instanceof String given ? given : "";
        Optional<Account> account = accounts.find(username).filter(Account::enabled);
        if (account.isPresent()
                && verified.knows(username, password, account.get().passwordHash())) {
            return signedIn(account.get(), asked);
        }
        String from = asked.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
        if (failures.isLocked(username, from)) {
            throw new TooManyFailures(FailedSignIns.LOCKED);
        }
        String hash = account.map(Account::passwordHash).orElse(nobodysHash);
        if (!encoder.matches(password, hash) || account.isEmpty()) {
            if (failures.failed(username, from)) {
                audit.add(AuditTrail.SYSTEM, AuditAction.SIGN_IN_LOCKED, username, from);
            }
            throw new BadCredentialsException("Wrong user name or password");
        }
        failures.succeeded(username, from);
        verified.remember(username, password, hash);
        return signedIn(account.get(), asked);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private Authentication signedIn(Account account, Authentication asked) {
        viewers.read(account);
        var token = UsernamePasswordAuthenticationToken.authenticated(account.username(), null, authorities(account));
        token.setDetails(asked.getDetails());
        return token;
    }

    /** The roles as Spring Security and the views' {@code @RolesAllowed} name them: {@code ROLE_REPORTER} … */
    static Set<SimpleGrantedAuthority> authorities(Account account) {
        return Stream.concat(
                        account.grants().stream().map(grant -> grant.role().name()),
                        account.viewer().isApprover() ? Stream.of(APPROVER) : Stream.empty())
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .collect(Collectors.toUnmodifiableSet());
    }
}
