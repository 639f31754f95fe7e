/** From a stored file to staged values and findings. */
@NullMarked
package org.scpmonitor.batch.validation;

import org.jspecify.annotations.NullMarked;
