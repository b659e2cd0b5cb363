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
     * @param schemes empty for everybody
     * @param body the contract's own example of one
     */
    public record Op(
            String id, String method, String path, Set<String> schemes, Optional<String> body, Set<String> answers) {
        public boolean isPublic() {
            return schemes.isEmpty();
        }

        public boolean isForStaff() {
            return schemes.contains("staffSession");
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
        String filled = path;
        for (JsonNode owner : List.of(item, operation)) {
            for (JsonNode listed : owner.path("parameters")) {
                JsonNode parameter = resolve(listed);
                filled = filled.replace(
                        "{" + parameter.get("name").asText() + "}",
                        parameter.path("example").asText());
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
                operation.get("operationId").asText(), method.toUpperCase(Locale.ROOT), filled, schemes, body, answers);
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
