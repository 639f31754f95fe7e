package org.scpmonitor.api;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.security.CurrentViewer;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** What every resource may ask for beside its own parameters: who is asking, which page, in which shape. */
final class Arguments implements HandlerMethodArgumentResolver {

    private static final MediaType TEXT_CSV = MediaType.valueOf("text/csv");

    private final CurrentViewer viewer;

    Arguments(CurrentViewer viewer) {
        this.viewer = viewer;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        Class<?> type = parameter.getParameterType();
        return type == Viewer.class || type == Paging.class || type == Format.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer model,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binder)
            throws HttpMediaTypeNotAcceptableException {
        Class<?> type = parameter.getParameterType();
        if (type == Viewer.class) {
            return viewer.get();
        }
        if (type == Paging.class) {
            return new Paging(
                    number(request, "page", 0, 0, Integer.MAX_VALUE / Paging.LARGEST),
                    number(request, "size", Paging.USUAL, 1, Paging.LARGEST));
        }
        return format(Objects.requireNonNullElse(request.getHeader(HttpHeaders.ACCEPT), "*/*"));
    }

    private static int number(NativeWebRequest request, String name, int usual, int least, int most) {
        String text = request.getParameter(name);
        if (text == null) {
            return usual;
        }
        if (text.matches("\\d{1,9}")) {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw Problem.with(Problem.Kind.BAD_NUMBER, name, text, least, most);
    }

    private static Format format(String accept) throws HttpMediaTypeNotAcceptableException {
        return best(accept, List.of(MediaType.APPLICATION_JSON, TEXT_CSV)).equals(TEXT_CSV) ? Format.CSV : Format.JSON;
    }

    /**
     * The one of the offered types that the caller likes best; the first of equals.
     *
     * @throws HttpMediaTypeNotAcceptableException where the caller likes none of them
     */
    static MediaType best(String accept, List<MediaType> offered) throws HttpMediaTypeNotAcceptableException {
        try {
            List<MediaType> wanted = MediaType.parseMediaTypes(accept);
            MimeTypeUtils.sortBySpecificity(wanted);
            return wanted.stream()
                    .filter(type -> type.getQualityValue() > 0)
                    .sorted(Comparator.comparing(MediaType::getQualityValue).reversed())
                    .flatMap(type -> offered.stream().filter(type::includes))
                    .findFirst()
                    .orElseThrow(() -> new HttpMediaTypeNotAcceptableException(offered));
        } catch (InvalidMimeTypeException e) {
            throw new HttpMediaTypeNotAcceptableException(offered);
        }
    }
}
