package clinic.portal.rest.shared;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Serves the contract to programs ({@code /openapi.yaml}) and to people ({@code /docs}). */
@Singleton
class ContractRoutes {
    private static final String DAY = "public, max-age=3600";
    /** The page draws itself with a script of its own from this very host. */
    private static final String PAGE_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
                    + "font-src 'self' data:; connect-src 'self'; worker-src blob:; frame-ancestors 'none'";

    void serve(@Observes Router router, Contract contract) {
        Buffer yaml = Buffer.buffer(contract.source());
        router.get("/openapi.yaml")
                .handler(context -> context.response()
                        .putHeader(HttpHeaders.CONTENT_TYPE, "application/yaml; charset=utf-8")
                        .putHeader(HttpHeaders.CACHE_CONTROL, DAY)
                        .end(yaml));
        page(router, "/docs", "/docs/index.html", "text/html; charset=utf-8");
        page(router, "/docs/swagger-ui.css", "/docs/swagger-ui.css", "text/css; charset=utf-8");
        page(router, "/docs/swagger-ui-bundle.js", "/docs/swagger-ui-bundle.js", "text/javascript; charset=utf-8");
        page(router, "/docs/docs.js", "/docs/docs.js", "text/javascript; charset=utf-8");
    }

    private static void page(Router router, String path, String resource, String type) {
        Buffer content = Buffer.buffer(read(resource));
        router.get(path)
                .handler(context -> context.response()
                        .putHeader(HttpHeaders.CONTENT_TYPE, type)
                        .putHeader(HttpHeaders.CACHE_CONTROL, DAY)
                        .putHeader("Content-Security-Policy", PAGE_POLICY)
                        .end(content));
    }

    private static byte[] read(String resource) {
        try (InputStream in = Objects.requireNonNull(ContractRoutes.class.getResourceAsStream(resource), resource)) {
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
