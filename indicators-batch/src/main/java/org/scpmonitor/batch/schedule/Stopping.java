package org.scpmonitor.batch.schedule;

import java.time.Duration;
import org.scpmonitor.submission.Claims;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Ends the work on a cancelled submission in the midst of whatever it is at, in whichever process. */
@Component
class Stopping {

    private static final Logger LOG = LoggerFactory.getLogger(Stopping.class);

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int MOST_TRIES = 300;

    private final Claims claims;

    Stopping(Claims claims) {
        this.claims = claims;
    }

    /** Begins to interrupt it, and returns at once. */
    void stop(long submission) {
        Thread.ofVirtual().name("stop-" + submission).start(() -> interrupt(submission));
    }

    /** A statement may end just before it is interrupted, and the next one begin: so it's tried until nothing is open. */
    private void interrupt(long submission) {
        try {
            for (int tries = 0; claims.interrupt(submission); tries++) {
                if (tries == MOST_TRIES) {
                    LOG.warn("The work on the cancelled submission {} goes on; it will end by itself", submission);
                    return;
                }
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
