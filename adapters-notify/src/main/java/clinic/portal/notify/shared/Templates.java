package clinic.portal.notify.shared;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.TemplateLocator;
import io.quarkus.qute.Variant;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The templates of this module, by a Qute engine of its own: the same in a test as in the application. Whatever goes
 * into an .html template is escaped; a name that a template asks for and does not get is an error, not an empty place.
 *
 * <p>The types that the templates declare are checked by Quarkus when it builds the application.
 */
public final class Templates {
    private final Engine engine = Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
            .addLocator(Templates::locate)
            .strictRendering(true)
            .build();

    /** @param path below {@code templates/}, with its ending */
    public String render(String path, String key, Object value) {
        var template = engine.getTemplate(path);
        if (template == null) {
            throw new IllegalArgumentException("No template " + path);
        }
        return template.data(key, value).render();
    }

    private static Optional<TemplateLocator.TemplateLocation> locate(String path) {
        var resource = Templates.class.getResource("/templates/" + path);
        return resource == null ? Optional.empty() : Optional.of(new Location(path));
    }

    private record Location(String path) implements TemplateLocator.TemplateLocation {
        @Override
        public Reader read() {
            var stream = Templates.class.getResourceAsStream("/templates/" + path);
            if (stream == null) {
                throw new IllegalStateException("Template gone: " + path);
            }
            return new InputStreamReader(stream, StandardCharsets.UTF_8);
        }

        @Override
        public Optional<Variant> getVariant() {
            return Optional.of(Variant.forContentType(path.endsWith(".html") ? Variant.TEXT_HTML : Variant.TEXT_PLAIN));
        }
    }
}
