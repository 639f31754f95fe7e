package org.scpmonitor.mapping;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.io.InputStream;
import java.lang.reflect.Executable;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;

/**
 * A mapping as JSON. Empty texts, lists and absent codes are left out; everything else is required, and an unknown
 * member is a problem.
 */
public final class MappingJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .annotationIntrospector(new EmptyWhereAbsent())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .changeDefaultVisibility(seen -> seen.withIsGetterVisibility(JsonAutoDetect.Visibility.NONE))
            .changeDefaultPropertyInclusion(value -> value.withValueInclusion(JsonInclude.Include.NON_EMPTY))
            .build();

    private MappingJson() {}

    /** What reading gave: a mapping, or why there is none. */
    public sealed interface Reading {
        record Read(Mapping mapping) implements Reading {}

        /**
         * @param path where in the document, as a JSON path
         * @param reason in English, for whoever writes documents
         */
        record Unreadable(String path, String reason) implements Reading {}
    }

    public static String write(Mapping mapping) {
        return MAPPER.writeValueAsString(mapping);
    }

    /** The mapping as a part of a larger document. */
    public static JsonNode tree(Mapping mapping) {
        return MAPPER.valueToTree(mapping);
    }

    public static Reading read(String json) {
        return reading(() -> MAPPER.readValue(json, Mapping.class));
    }

    public static Reading read(InputStream json) {
        return reading(() -> MAPPER.readValue(json, Mapping.class));
    }

    public static Reading read(JsonNode json) {
        return reading(() -> MAPPER.treeToValue(json, Mapping.class));
    }

    private static Reading reading(Supplier<@Nullable Mapping> source) {
        try {
            Mapping mapping = source.get();
            return mapping == null ? new Reading.Unreadable("$", "There is no document") : new Reading.Read(mapping);
        } catch (StreamReadException e) {
            return new Reading.Unreadable(
                    "$",
                    "Not JSON at line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr());
        } catch (DatabindException e) {
            return new Reading.Unreadable(path(e), e.getOriginalMessage());
        }
    }

    private static String path(DatabindException e) {
        var path = new StringBuilder("$");
        for (JacksonException.Reference reference : e.getPath()) {
            if (reference.getPropertyName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append('.').append(reference.getPropertyName());
            }
        }
        return path.toString();
    }

    /** Texts, lists and tables are empty where they are absent; every other part is required unless it is nullable. */
    private static final class EmptyWhereAbsent extends JacksonAnnotationIntrospector {

        @Override
        public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
            return member instanceof AnnotatedParameter parameter
                    ? isPart(parameter) && !mayBeEmpty(parameter)
                    : super.hasRequiredMarker(config, member);
        }

        @Override
        public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated member) {
            return member instanceof AnnotatedParameter parameter && isPart(parameter)
                    ? JsonSetter.Value.forValueNulls(mayBeEmpty(parameter) ? Nulls.AS_EMPTY : Nulls.FAIL)
                    : super.findSetterInfo(config, member);
        }

        private static boolean mayBeEmpty(AnnotatedParameter parameter) {
            Class<?> type = parameter.getRawType();
            return type == String.class || type == List.class || type == Map.class;
        }

        private static boolean isPart(AnnotatedParameter parameter) {
            return parameter.getOwner().getAnnotated() instanceof Executable constructor
                    && !parameter.getRawType().isPrimitive()
                    && !constructor.getAnnotatedParameterTypes()[parameter.getIndex()].isAnnotationPresent(
                            Nullable.class);
        }
    }
}
