package org.scpmonitor.catalogue;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Executable;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.catalogue.CatalogueProblem.Code;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * The document as JSON: numbers travel as decimal strings, periods as their canonical text, dates as ISO 8601. Read
 * strictly: an unknown member, an absent or null required one, and a value of another type are problems.
 */
public final class CatalogueJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .annotationIntrospector(new RequiredUnlessNullable())
            .addModule(new SimpleModule()
                    .addSerializer(ReportingPeriod.class, new PeriodWriter())
                    .addDeserializer(ReportingPeriod.class, new PeriodReader()))
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .withConfigOverride(
                    BigDecimal.class, as -> as.setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING)))
            .changeDefaultPropertyInclusion(value -> value.withValueInclusion(JsonInclude.Include.NON_EMPTY))
            .build();

    private CatalogueJson() {}

    /** What reading gave: a document, or why there is none. */
    public sealed interface Reading {
        record Read(CatalogueDocument document) implements Reading {}

        record Unreadable(CatalogueProblem problem) implements Reading {}
    }

    public static Reading read(InputStream json) {
        try {
            return new Reading.Read(MAPPER.readValue(json, CatalogueDocument.class));
        } catch (StreamReadException e) {
            return new Reading.Unreadable(new CatalogueProblem(
                    "$",
                    Code.NOT_JSON,
                    List.of(
                            String.valueOf(e.getLocation().getLineNr()),
                            String.valueOf(e.getLocation().getColumnNr()))));
        } catch (DatabindException e) {
            return new Reading.Unreadable(problem(e));
        }
    }

    public static void write(CatalogueDocument document, OutputStream json) {
        MAPPER.writeValue(json, document);
    }

    static JsonNode tree(CatalogueDocument document) {
        return MAPPER.valueToTree(document);
    }

    private static CatalogueProblem problem(DatabindException e) {
        String path = path(e.getPath());
        String member = path.substring(Math.max(path.lastIndexOf('.'), 0)).replace(".", "");
        return switch (e) {
            case UnrecognizedPropertyException unknown ->
                new CatalogueProblem(path, Code.UNKNOWN_MEMBER, List.of(unknown.getPropertyName()));
            case InvalidNullException absent -> new CatalogueProblem(path, Code.MISSING, List.of(member));
            case InvalidFormatException wrong ->
                new CatalogueProblem(path, Code.WRONG_VALUE, List.of(String.valueOf(wrong.getValue())));
            case MismatchedInputException absent
            when e.getOriginalMessage().startsWith("Missing required creator") ->
                new CatalogueProblem(path, Code.MISSING, List.of(member));
            default -> new CatalogueProblem(path, Code.WRONG_VALUE, List.of(e.getOriginalMessage()));
        };
    }

    private static String path(List<JacksonException.Reference> references) {
        var path = new StringBuilder("$");
        for (JacksonException.Reference reference : references) {
            if (reference.getPropertyName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append('.').append(reference.getPropertyName());
            }
        }
        return path.toString();
    }

    /** Record components are required and never null, but for nullable ones, lists and primitives. */
    private static final class RequiredUnlessNullable extends JacksonAnnotationIntrospector {
        @Override
        public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
            if (member instanceof AnnotatedParameter parameter) {
                return isRequired(parameter);
            }
            return super.hasRequiredMarker(config, member);
        }

        @Override
        public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated member) {
            return member instanceof AnnotatedParameter parameter && isRequired(parameter)
                    ? JsonSetter.Value.forValueNulls(Nulls.FAIL)
                    : JsonSetter.Value.forContentNulls(Nulls.FAIL);
        }

        private static boolean isRequired(AnnotatedParameter parameter) {
            return parameter.getOwner().getAnnotated() instanceof Executable constructor
                    && !parameter.getRawType().isPrimitive()
                    && !Collection.class.isAssignableFrom(parameter.getRawType())
                    && !constructor.getAnnotatedParameterTypes()[parameter.getIndex()].isAnnotationPresent(
                            Nullable.class);
        }
    }

    private static final class PeriodWriter extends ValueSerializer<ReportingPeriod> {
        @Override
        public void serialize(ReportingPeriod period, JsonGenerator json, SerializationContext context) {
            json.writeString(period.toString());
        }
    }

    private static final class PeriodReader extends ValueDeserializer<ReportingPeriod> {
        @Override
        public ReportingPeriod deserialize(JsonParser json, DeserializationContext context) {
            String text = json.getValueAsString("");
            return ReportingPeriod.parse(text)
                    .orElseThrow(() -> context.weirdStringException(text, ReportingPeriod.class, "no period"));
        }
    }
}
