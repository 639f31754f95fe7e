package org.scpmonitor.api;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import org.springdoc.core.annotations.ParameterObject;

/**
 * Which part of a list is asked for.
 *
 * @param page from 0
 * @param size 1 to {@value #LARGEST}
 */
@ParameterObject
record Paging(
        @Parameter(
                description = "Which page, from 0",
                schema = @Schema(type = "integer", minimum = "0", defaultValue = "0"))
        int page,

        @Parameter(
                description = "Items of a page, 1 to 1000",
                schema = @Schema(type = "integer", minimum = "1", maximum = "1000", defaultValue = "100"))
        int size) {

    static final int LARGEST = 1_000;

    static final int USUAL = 100;
}
