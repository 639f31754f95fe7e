/** What runs behind the screens, for those who operate the system. */
@NullMarked
package org.scpmonitor.ui.operations;

import org.jspecify.annotations.NullMarked;
