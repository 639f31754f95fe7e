/** One's own account: where one is written to, in which language, and of what. */
@NullMarked
package org.scpmonitor.ui.account;

import org.jspecify.annotations.NullMarked;
