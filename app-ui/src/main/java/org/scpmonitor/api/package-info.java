/** The REST API, one class a resource; its calls, codes and names are those of the project's interfaces. */
@NullMarked
package org.scpmonitor.api;

import org.jspecify.annotations.NullMarked;
