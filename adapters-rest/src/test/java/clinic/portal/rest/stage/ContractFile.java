package clinic.portal.rest.stage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** openapi.yaml as the tests read it, on their own: an operation added there is tested here without anybody's doing. */
public final class ContractFile {
    private static final JsonNode ROOT = read();

    private ContractFile() {}

    /**
     * @param path with examples in the place of its parameters
     * @param query examples of what it cannot do without; begins with a question mark where there is any
     * @param schemes empty for everybody
     * @param optional whether it is for everybody, and a session is welcome
     * @param body the contract's own example of one
     */
    public record Op(
            String id,
            String method,
            String path,
            String query,
            Set<String> schemes,
            boolean optional,
            Optional<String> body,
            Set<String> answers) {
        public boolean isPublic() {
            return schemes.isEmpty() || optional;
        }

        /** Path and query. */
        public String target() {
            return path + query;
        }

        /** The same with more in the query. */
        public String target(String more) {
            return target() + (query.isEmpty() ? "?" : "&") + more;
        }

        public boolean isForStaff() {
            return schemes.contains("staffSession");
        }

        /** Not a matter of sessions. */
        public boolean isForPlatform() {
            return schemes.contains("platformKey");
        }

        @Override
        public String toString() {
            return id;
        }
    }

    public static List<Op> operations() {
        return ROOT.get("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .filter(method -> method.getValue().has("operationId"))
                        .map(method -> op(path.getKey(), path.getValue(), method.getKey(), method.getValue())))
                .toList();
    }

    private static Op op(String path, JsonNode item, String method, JsonNode operation) {
        var security = operation.has("security") ? operation.get("security") : ROOT.get("security");
        var schemes = StreamSupport.stream(security.spliterator(), false)
                .flatMap(choice -> choice.propertyStream().map(entry -> entry.getKey()))
                .collect(Collectors.toSet());
        boolean optional = StreamSupport.stream(security.spliterator(), false).anyMatch(JsonNode::isEmpty);
        String filled = path;
        var query = new StringBuilder();
        for (JsonNode owner : List.of(item, operation)) {
            for (JsonNode listed : owner.path("parameters")) {
                JsonNode parameter = resolve(listed);
                String name = parameter.get("name").asText();
                String example = parameter.path("example").asText();
                filled = filled.replace("{" + name + "}", example);
                if (parameter.get("in").asText().equals("query")
                        && parameter.path("required").asBoolean()) {
                    query.append(query.isEmpty() ? "?" : "&").append(name + "=" + example);
                }
            }
        }
        JsonNode examples = operation.at("/requestBody/content/application~1json/examples");
        var body = StreamSupport.stream(examples.spliterator(), false)
                .map(example -> resolve(example).get("value").toString())
                .findFirst();
        var answers = operation
                .get("responses")
                .propertyStream()
                .map(answer -> answer.getKey())
                .collect(Collectors.toSet());
        return new Op(
                operation.get("operationId").asText(),
                method.toUpperCase(Locale.ROOT),
                filled,
                query.toString(),
                schemes,
                optional,
                body,
                answers);
    }

    static JsonNode root() {
        return ROOT;
    }

    /** Where the operation stands that answers to this; nothing where none does. */
    static Optional<String> pointer(String method, String path) {
        return ROOT.get("paths")
                .propertyStream()
                .filter(known -> path.matches(known.getKey().replace(".", "\\.").replaceAll("\\{[^}]+}", "[^/]+")))
                .map(known -> "/paths/" + known.getKey().replace("/", "~1") + "/" + method.toLowerCase(Locale.ROOT))
                .filter(pointer -> ROOT.at(pointer).has("operationId"))
                .findFirst();
    }

    /** Follows {@code $ref} within the file. */
    static String follow(String pointer) {
        JsonNode reference = ROOT.at(pointer + "/$ref");
        return reference.isTextual() ? follow(reference.asText().substring(1)) : pointer;
    }

    private static JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? resolve(ROOT.at(node.get("$ref").asText().substring(1))) : node;
    }

    private static JsonNode read() {
        try (var in = ContractFile.class.getResourceAsStream("/contract/openapi.yaml")) {
            return new ObjectMapper(new YAMLFactory()).readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
