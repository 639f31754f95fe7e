/** Who may do what: accounts, roles in scopes, the person who is asking, and the trail of what was done. */
@NullMarked
package org.scpmonitor.access;

import org.jspecify.annotations.NullMarked;
