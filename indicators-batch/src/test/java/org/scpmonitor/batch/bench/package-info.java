/** How fast the product is, beside PostgreSQL alone in the same run. */
@NullMarked
package org.scpmonitor.batch.bench;

import org.jspecify.annotations.NullMarked;
