/** The register as a workbook, out and in. */
@NullMarked
package org.scpmonitor.batch.register;

import org.jspecify.annotations.NullMarked;
