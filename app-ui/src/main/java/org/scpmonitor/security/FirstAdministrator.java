package org.scpmonitor.security;

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
import org.scpmonitor.config.ScpSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Makes the first administrator of a system without demo accounts, with the password that the operator set. */
@Component
class FirstAdministrator {

    private static final String USERNAME = "admin";

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    private static final int SHORTEST_PASSWORD = 12;

    private final ScpSettings settings;
    private final Accounts accounts;
    private final Grants grants;
    private final PasswordEncoder encoder;

    FirstAdministrator(ScpSettings settings, Accounts accounts, Grants grants, PasswordEncoder encoder) {
        this.settings = settings;
        this.accounts = accounts;
        this.grants = grants;
        this.encoder = encoder;
    }

    void makeIfMissing() {
        if (accounts.anyHolds(Role.ADMINISTRATOR)) {
            return;
        }
        if (settings.adminPassword().isEmpty()) {
            LOG.warn(
                    "There is no administrator yet. Set SCP_ADMIN_PASSWORD and start again: that makes the account admin");
            return;
        }
        if (settings.adminPassword().length() < SHORTEST_PASSWORD) {
            throw new InvalidConfigurationPropertyValueException(
                    "SCP_ADMIN_PASSWORD", "(hidden)", "It needs " + SHORTEST_PASSWORD + " characters or more.");
        }
        String hash = Objects.requireNonNull(encoder.encode(settings.adminPassword()));
        Optional<Account> shutOut = accounts.find(USERNAME);
        if (shutOut.isPresent()) {
            accounts.changePassword(shutOut.get(), hash, AuditTrail.SYSTEM);
            accounts.enable(shutOut.get(), true, AuditTrail.SYSTEM);
            grants.give(shutOut.get(), Grant.everywhere(Role.ADMINISTRATOR), AuditTrail.SYSTEM);
        } else {
            accounts.create(
                    USERNAME,
                    USERNAME,
                    Locale.of("es"),
                    hash,
                    Set.of(Grant.everywhere(Role.ADMINISTRATOR)),
                    AuditTrail.SYSTEM);
        }
        LOG.info("Made the first administrator, {}", USERNAME);
    }
}
