/** Who may see and do what. */
@NullMarked
package org.scpmonitor.security;

import org.jspecify.annotations.NullMarked;
