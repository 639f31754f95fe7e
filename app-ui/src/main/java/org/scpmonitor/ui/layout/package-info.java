/** What stands around every screen: bar, navigation, language, colour scheme, session. */
@NullMarked
package org.scpmonitor.ui.layout;

import org.jspecify.annotations.NullMarked;
