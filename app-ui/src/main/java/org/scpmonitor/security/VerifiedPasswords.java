package org.scpmonitor.security;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Passwords that were found right a moment ago, so that HTTP Basic costs a slow hash once in five minutes and not at
 * each call. Kept are keyed digests under a key that lives and dies with the process, each bound to the hash that it was
 * checked against: with a new password or a disabled account it is worth nothing at once.
 */
final class VerifiedPasswords {

    private static final String ALGORITHM = "HmacSHA256";

    private final Recent<String> verified;
    private final SecretKeySpec key;

    VerifiedPasswords(Clock clock) {
        verified = new Recent<>(clock, Duration.ofMinutes(5), 10_000);
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        key = new SecretKeySpec(random, ALGORITHM);
    }

    boolean knows(String username, String password, String hash) {
        return verified.find(digest(username, password)).filter(hash::equals).isPresent();
    }

    void remember(String username, String password, String hash) {
        verified.put(digest(username, password), hash);
    }

    private String digest(String username, String password) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] name = username.getBytes(StandardCharsets.UTF_8);
            mac.update(ByteBuffer.allocate(4).putInt(name.length).array());
            mac.update(name);
            return HexFormat.of().formatHex(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }
}
