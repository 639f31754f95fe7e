@NullMarked
package org.scpmonitor.batch.intake;

import org.jspecify.annotations.NullMarked;
