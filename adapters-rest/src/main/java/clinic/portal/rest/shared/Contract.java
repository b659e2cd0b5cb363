package clinic.portal.rest.shared;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import com.networknt.schema.path.NodePath;
import com.networknt.schema.path.PathType;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * openapi.yaml as the running program reads it: what is checked at the door is what the contract says, so that neither
 * can drift from the other.
 */
@Singleton
public class Contract {
    /** The scheme of programs; their calls are counted by key instead of by address. */
    public static final String API_KEY = "apiKey";

    private static final String RESOURCE = "/contract/openapi.yaml";
    private static final String ADDRESS = "urn:clinic-portal:contract";

    private final byte[] source;
    private final JsonNode root;
    private final Map<String, Operation> operations = new HashMap<>();
    private final Map<Pattern, Set<String>> methods = new HashMap<>();

    /**
     * @param id the contract's operationId, also the name of the Java method that answers
     * @param schemes names of the security schemes of which one must be fulfilled; empty for everybody
     * @param optional whether it is for everybody all the same, and who has logged in may say so
     * @param ignoresLapsedCookies whether a cookie whose session has ended counts as none there ({@code x-lapsed-cookie})
     * @param limit how often an address may call; absent where the contract does not announce 429
     * @param audited whether it leaves a trace when staff or a program calls it: every change, and looks at personal data
     */
    public record Operation(
            String id,
            Set<String> schemes,
            boolean optional,
            boolean ignoresLapsedCookies,
            @Nullable Limit limit,
            boolean audited,
            List<Parameter> parameters,
            @Nullable Body body) {}

    /** The contract's {@code x-limit}. */
    public record Limit(int times, Duration per) {
        /** SECURITY S9. */
        static final Limit USUAL = new Limit(30, Duration.ofMinutes(5));
    }

    /** @param type the JSON type a parameter's text is read as */
    public record Parameter(String name, Place in, boolean required, String type, Schema schema) {
        /** How a violation says where it is. */
        String pointer() {
            return in == Place.HEADER ? name : "?" + name;
        }
    }

    public enum Place {
        PATH,
        QUERY,
        HEADER
    }

    /** Whether an operation can be told apart from its repetition by a header of the caller's. */
    public static boolean isRepeatable(Operation operation) {
        return operation.parameters().stream()
                .anyMatch(parameter -> parameter.name().equals("Idempotency-Key"));
    }

    public record Body(boolean required, Schema schema) {}

    @Inject
    Contract() {
        this(Objects.requireNonNull(Contract.class.getResourceAsStream(RESOURCE), RESOURCE));
    }

    Contract(InputStream yaml) {
        try (yaml) {
            source = yaml.readAllBytes();
            root = new ObjectMapper(new YAMLFactory()).readTree(source);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        // What OpenAPI says beside JSON Schema is no rule to hold a request against.
        var dialect = Dialect.builder(Dialects.getDraft202012())
                .unknownKeywordFactory((keyword, context) -> new NonValidationKeyword(keyword))
                .formats(Days.FORMATS)
                .build();
        var config = SchemaRegistryConfig.builder()
                .pathType(PathType.JSON_POINTER)
                .formatAssertionsEnabled(true)
                .build();
        var schemas = SchemaRegistry.withDialect(
                dialect, registry -> registry.schemaRegistryConfig(config).schemas(Map.of(ADDRESS, root.toString())));
        root.get("paths")
                .properties()
                .forEach(path -> methods.put(
                        Pattern.compile(path.getKey().replace(".", "\\.").replaceAll("\\{[^}]+}", "[^/]+") + "/?"),
                        path.getValue()
                                .propertyStream()
                                .filter(method -> method.getValue().has("operationId"))
                                .map(method -> method.getKey().toUpperCase(Locale.ROOT))
                                .collect(Collectors.toUnmodifiableSet())));
        root.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(method -> method.getValue().has("operationId"))
                        .map(method -> read("/paths/" + Violations.escape(path.getKey()), method.getKey(), schemas))
                        .forEach(operation -> operations.put(operation.id(), operation)));
    }

    /** The file itself, for {@code /openapi.yaml}. */
    public byte[] source() {
        return source.clone();
    }

    /** The methods that may be called at a path; none where nothing is. */
    Set<String> methods(String path) {
        return methods.entrySet().stream()
                .filter(known -> known.getKey().matcher(path).matches())
                .flatMap(known -> known.getValue().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What the contract says to whoever breaks this rule of it ({@code x-message}); empty where it says nothing. */
    String sentence(Error error) {
        NodePath rule = error.getSchemaLocation().getFragment();
        return root.at(rule.getParent() + "/x-message/" + error.getKeyword()).asText();
    }

    /** @throws IllegalStateException for a method that is not in the contract: nothing may be answered without one */
    public Operation operation(String id) {
        Operation found = operations.get(id);
        if (found == null) {
            throw new IllegalStateException(id + " is not an operation of openapi.yaml");
        }
        return found;
    }

    private Operation read(String path, String method, SchemaRegistry schemas) {
        String here = path + "/" + method;
        JsonNode operation = root.at(here);
        // An operation that says nothing has the document's own rule, never none.
        JsonNode security = operation.has("security") ? operation.get("security") : root.path("security");
        var schemes = StreamSupport.stream(security.spliterator(), false)
                .flatMap(choice -> choice.propertyStream().map(Map.Entry::getKey))
                .collect(Collectors.toUnmodifiableSet());
        var parameters = StreamSupport.stream(List.of(path, here).spliterator(), false)
                .flatMap(owner -> pointers(owner + "/parameters"))
                .map(this::resolve)
                .map(pointer -> parameter(pointer, schemas))
                .toList();
        return new Operation(
                operation.get("operationId").asText(),
                schemes,
                StreamSupport.stream(security.spliterator(), false).anyMatch(JsonNode::isEmpty),
                operation.path("x-lapsed-cookie").asText().equals("ignored"),
                limit(operation, schemes),
                !method.equals("get") || operation.path("x-audited").asBoolean(),
                parameters,
                body(resolve(here + "/requestBody"), schemas));
    }

    /** What programs may call announces 429 for their keys' sake: see {@link #API_KEY}. */
    private static @Nullable Limit limit(JsonNode operation, Set<String> schemes) {
        JsonNode own = operation.path("x-limit");
        if (!operation.path("responses").has("429") || (own.isMissingNode() && schemes.contains(API_KEY))) {
            return null;
        }
        return own.isMissingNode()
                ? Limit.USUAL
                : new Limit(
                        own.get("times").asInt(),
                        Duration.ofMinutes(own.get("minutes").asLong()));
    }

    private Parameter parameter(String pointer, SchemaRegistry schemas) {
        JsonNode parameter = root.at(pointer);
        String schema = resolve(pointer + "/schema");
        return new Parameter(
                parameter.get("name").asText(),
                Place.valueOf(parameter.get("in").asText().toUpperCase(Locale.ROOT)),
                parameter.path("required").asBoolean(),
                root.at(schema + "/type").asText("string"),
                compile(schema, schemas));
    }

    private @Nullable Body body(String pointer, SchemaRegistry schemas) {
        String schema = pointer + "/content/application~1json/schema";
        return root.at(schema).isMissingNode()
                ? null
                : new Body(root.at(pointer + "/required").asBoolean(), compile(schema, schemas));
    }

    private static Schema compile(String pointer, SchemaRegistry schemas) {
        var reference = new ObjectMapper().createObjectNode().put("$ref", ADDRESS + "#" + pointer);
        Schema schema = schemas.getSchema(reference);
        schema.initializeValidators();
        return schema;
    }

    private Stream<String> pointers(String array) {
        return IntStream.range(0, root.at(array).size()).mapToObj(i -> array + "/" + i);
    }

    /** Follows {@code $ref} within the file. */
    private String resolve(String pointer) {
        JsonNode reference = root.at(pointer + "/$ref");
        return reference.isTextual() ? resolve(reference.asText().substring(1)) : pointer;
    }
}
