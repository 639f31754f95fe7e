/** What tests speak with: a database of their own and the domain's words. */
@NullMarked
package org.scpmonitor.world;

import org.jspecify.annotations.NullMarked;
