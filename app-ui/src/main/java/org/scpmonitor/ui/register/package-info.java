/** The register of the cooperation: its entries listed, read, written. All of it follows from the kinds' fields. */
@NullMarked
package org.scpmonitor.ui.register;

import org.jspecify.annotations.NullMarked;
