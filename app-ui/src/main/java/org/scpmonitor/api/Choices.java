package org.scpmonitor.api;

import java.util.Arrays;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;

/** Reads a choice by the code that {@link Reading#code} gives it, whatever the case of its letters;
 * an underscore is as good as a hyphen. */
@SuppressWarnings("rawtypes")
final class Choices implements ConverterFactory<String, Enum> {

    @Override
    public <T extends Enum> Converter<String, T> getConverter(Class<T> type) {
        return text -> Arrays.stream(type.getEnumConstants())
                .filter(constant ->
                        Reading.code(constant).equalsIgnoreCase(text.strip().replace('_', '-')))
                .findFirst()
                .orElseThrow(IllegalArgumentException::new);
    }
}
