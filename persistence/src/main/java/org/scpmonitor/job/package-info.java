/** What ran, and what it said. */
@NullMarked
package org.scpmonitor.job;

import org.jspecify.annotations.NullMarked;
