package clinic.portal.app.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** openapi.yaml, for tests that go over all of its operations without naming any. */
public final class Contracts {
    private Contracts() {}

    /**
     * @param schemes of which one must be fulfilled; empty for everybody
     * @param scope what an API key needs for it; empty where no key will do
     * @param audited whether it is written down when staff or programs do it
     * @param query examples of the parameters that must be there
     * @param endless whether its answer is a stream, which nobody can wait for the end of
     */
    public record Operation(
            String id,
            String method,
            String path,
            Set<String> schemes,
            String scope,
            boolean audited,
            Map<String, String> query,
            JsonNode body,
            boolean endless) {
        @Override
        public String toString() {
            return id;
        }

        public boolean isForClients() {
            return schemes.contains("clientSession");
        }

        public boolean isForStaff() {
            return schemes.contains("staffSession");
        }

        /** The names in the path other than the slug. */
        public boolean namesThings() {
            return path.replace("{slug}", "").contains("{");
        }
    }

    static String text() {
        try (var in = Contracts.class.getResourceAsStream("/contract/openapi.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public static List<Operation> operations() {
        try {
            JsonNode root = new ObjectMapper(new YAMLFactory()).readTree(text());
            var all = new ArrayList<Operation>();
            root.get("paths")
                    .properties()
                    .forEach(path -> path.getValue().properties().stream()
                            .filter(method -> method.getValue().has("operationId"))
                            .forEach(method -> all.add(read(root, path.getKey(), method))));
            return all;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Operation read(JsonNode root, String path, Map.Entry<String, JsonNode> method) {
        JsonNode operation = method.getValue();
        var schemes = new TreeSet<String>();
        operation.path("security").forEach(choice -> choice.fieldNames().forEachRemaining(schemes::add));
        // A session may be sent along, and need not be.
        if (operation.path("security").valueStream().anyMatch(JsonNode::isEmpty)) {
            schemes.clear();
        }
        return new Operation(
                operation.get("operationId").asText(),
                method.getKey().toUpperCase(Locale.ROOT),
                path,
                schemes,
                operation.path("x-scope").asText(),
                !method.getKey().equals("get") || operation.path("x-audited").asBoolean(),
                query(root, operation),
                example(root, operation.at("/requestBody/content/application~1json")),
                operation.at("/responses/200/content").has("text/event-stream"));
    }

    private static Map<String, String> query(JsonNode root, JsonNode operation) {
        var examples = new TreeMap<String, String>();
        operation.path("parameters").forEach(named -> {
            JsonNode parameter =
                    named.has("$ref") ? root.at(named.get("$ref").asText().substring(1)) : named;
            if (parameter.get("in").asText().equals("query")
                    && parameter.path("required").asBoolean()) {
                examples.put(
                        parameter.get("name").asText(), parameter.get("example").asText());
            }
        });
        return examples;
    }

    private static JsonNode example(JsonNode root, JsonNode content) {
        JsonNode named = content.path("examples");
        JsonNode first = named.isEmpty()
                ? content.path("example")
                : named.elements().next().path("value");
        return first.has("$ref") ? root.at(first.get("$ref").asText().substring(1)) : first;
    }
}
