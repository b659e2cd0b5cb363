package clinic.portal.rest.shared;

import clinic.portal.core.shared.Invalid;
import clinic.portal.core.shared.Invalid.Violation;
import clinic.portal.core.shared.NoSuchThing;
import clinic.portal.rest.shared.Contract.Body;
import clinic.portal.rest.shared.Contract.Parameter;
import clinic.portal.rest.shared.Contract.Place;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NumericNode;
import com.networknt.schema.Error;
import jakarta.annotation.Priority;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Holds every request against the contract and names all that is wrong with it at once (PAINS 23). */
@Provider
@Priority(Priorities.ENTITY_CODER)
public class ContractGate implements ContainerRequestFilter {
    /** Counted here and not by the server, which would cut the connection of who sends in chunks, without an answer. */
    private static final int LONGEST = 64 * 1024;

    private static final int DEEPEST = 20;
    /** Enough for any form; a body of nothing but mistakes shall not be answered by one many times its size. */
    private static final int MOST = 100;
    /** As strict as JSON is written: one value, no key twice, no numbers as long as a page. */
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(40)
                            .build())
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonParser.Feature.AUTO_CLOSE_SOURCE)
            .nodeFactory(new Finite())
            .build();

    private final Contract contract;
    private final ResourceInfo resource;

    ContractGate(Contract contract, ResourceInfo resource) {
        this.contract = contract;
        this.resource = resource;
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        var operation = contract.operation(resource.getResourceMethod().getName());
        var wrong = new ArrayList<Violation>();
        for (Parameter parameter : operation.parameters()) {
            check(parameter, request, wrong);
        }
        if (operation.body() != null) {
            check(operation.body(), request, wrong);
        }
        if (!wrong.isEmpty()) {
            throw new Invalid(oncePerPlace(wrong));
        }
    }

    /** One address that is both badly formed and of the wrong characters is one thing wrong, not two. */
    private static List<Violation> oncePerPlace(List<Violation> wrong) {
        var seen = new HashSet<List<String>>();
        return wrong.stream()
                .filter(violation -> seen.add(List.of(violation.pointer(), violation.code())))
                .limit(MOST)
                .toList();
    }

    private void check(Parameter parameter, ContainerRequestContext request, List<Violation> wrong) {
        MultivaluedMap<String, String> sent = switch (parameter.in()) {
            case PATH -> request.getUriInfo().getPathParameters();
            case QUERY -> request.getUriInfo().getQueryParameters();
            case HEADER -> request.getHeaders();
        };
        List<String> values = sent.getOrDefault(parameter.name(), List.of());
        String pointer = parameter.pointer();
        boolean many = parameter.type().equals("array");
        if (values.size() > 1 && !many) {
            wrong.add(new Violation(pointer, "repeated", "Give this parameter once."));
            return;
        }
        if (values.isEmpty()) {
            if (parameter.required()) {
                wrong.add(new Violation(pointer, "required", "This parameter is missing."));
            }
            return;
        }
        var violations =
                parameter.schema().validate(many ? texts(values) : asJson(parameter.type(), values.getFirst()));
        // What cannot be an id is nobody's id.
        if (parameter.in() == Place.PATH && !violations.isEmpty()) {
            throw new NoSuchThing();
        }
        violations.stream().map(error -> violation(error, pointer)).forEach(wrong::add);
    }

    /** A parameter that may be repeated; what it repeats is text in this contract. */
    private static JsonNode texts(List<String> values) {
        var all = JSON.createArrayNode();
        values.forEach(all::add);
        return all;
    }

    private void check(Body body, ContainerRequestContext request, List<Violation> wrong) throws IOException {
        byte[] sent = read(request);
        request.setEntityStream(new ByteArrayInputStream(sent));
        if (sent.length == 0 && !body.required()) {
            return;
        }
        // A page may send a body without naming its type, and need not ask first; JAX-RS would take it for anything.
        if (sent.length > 0 && request.getMediaType() == null) {
            throw new NotSupportedException();
        }
        JsonNode json = parse(sent);
        body.schema().validate(json).stream()
                .map(error -> violation(error, error.getInstanceLocation().toString()))
                .forEach(wrong::add);
        unstorable("", json).forEach(wrong::add);
    }

    private static byte[] read(ContainerRequestContext request) {
        byte[] sent;
        try {
            sent = request.getEntityStream().readNBytes(LONGEST + 1);
        } catch (IOException hungUp) {
            throw new MalformedBody("The body did not arrive whole.");
        }
        if (sent.length > LONGEST) {
            throw new ClientErrorException(Response.Status.REQUEST_ENTITY_TOO_LARGE);
        }
        return sent;
    }

    private static JsonNode parse(byte[] sent) throws IOException {
        try {
            // Jackson lets some broken UTF-8 through; a strict decoder does not.
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(sent));
            JsonNode json = JSON.readTree(sent);
            if (json == null || json.isMissingNode()) {
                throw new MalformedBody("The body is empty; JSON was expected.");
            }
            return json;
        } catch (CharacterCodingException notText) {
            throw new MalformedBody("The body is not UTF-8.");
        } catch (JsonProcessingException notJson) {
            throw new MalformedBody("The body is not well-formed JSON.");
        }
    }

    /** PostgreSQL stores neither U+0000 nor half a surrogate pair, and nobody's name has one. */
    private static Stream<Violation> unstorable(String pointer, JsonNode json) {
        if (json.isTextual()) {
            return json.textValue().codePoints().allMatch(c -> c != 0 && Character.getType(c) != Character.SURROGATE)
                    ? Stream.empty()
                    : Stream.of(new Violation(
                            pointer, "character_not_allowed", "Holds a character that no text may have."));
        }
        if (json.isArray()) {
            return IntStream.range(0, json.size()).boxed().flatMap(i -> unstorable(pointer + "/" + i, json.get(i)));
        }
        return json.propertyStream()
                .flatMap(field -> unstorable(pointer + "/" + Violations.escape(field.getKey()), field.getValue()));
    }

    private static JsonNode asJson(String type, String text) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (type) {
            case "integer" ->
                text.matches("-?[0-9]{1,18}") ? nodes.numberNode(new BigInteger(text)) : nodes.textNode(text);
            case "boolean" ->
                switch (text) {
                    case "true" -> nodes.booleanNode(true);
                    case "false" -> nodes.booleanNode(false);
                    default -> nodes.textNode(text);
                };
            default -> nodes.textNode(text);
        };
    }

    private Violation violation(Error error, String pointer) {
        return Violations.of(error, pointer, contract.sentence(error));
    }

    /**
     * The validator fails on an infinite number, which is what 1e400 is as a double. A BigDecimal would hold it, but
     * the validator writes some out in full: of 1e999999999 nothing else would have room.
     */
    private static final class Finite extends JsonNodeFactory {
        @Override
        public NumericNode numberNode(double value) {
            return super.numberNode(Math.clamp(value, -Double.MAX_VALUE, Double.MAX_VALUE));
        }
    }
}
