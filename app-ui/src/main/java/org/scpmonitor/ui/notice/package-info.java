/** What somebody is told: the bell, and the page that it opens. */
@NullMarked
package org.scpmonitor.ui.notice;

import org.jspecify.annotations.NullMarked;
