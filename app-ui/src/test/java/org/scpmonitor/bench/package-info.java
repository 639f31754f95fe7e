/** The whole monitor measured, beside PostgreSQL alone. */
@NullMarked
package org.scpmonitor.bench;

import org.jspecify.annotations.NullMarked;
