package org.scpmonitor.running;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.scpmonitor.Application;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;

/**
 * Tests screens without a browser, over a database of the test's own (see {@link OwnDatabase}). The application ends with the
 * test, while its database is still there; otherwise it would wait for one that is gone.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = Application.class)
@DirtiesContext
public @interface ScreenTest {}
