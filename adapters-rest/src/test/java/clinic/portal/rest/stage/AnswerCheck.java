package clinic.portal.rest.stage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.Set;

/** Holds every answer of an operation against openapi.yaml: status, headers, media type, body. */
final class AnswerCheck implements Filter {
    private static final String ADDRESS = "urn:clinic-portal:contract";
    /** What stands before every operation: a wrong method, and accidents that tests make on purpose. */
    private static final Set<Integer> ANYWHERE = Set.of(405, 500);

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDialect(
            Dialect.builder(Dialects.getDraft202012())
                    .unknownKeywordFactory((keyword, context) -> new NonValidationKeyword(keyword))
                    .build(),
            registry -> registry.schemaRegistryConfig(SchemaRegistryConfig.builder()
                            .formatAssertionsEnabled(true)
                            .build())
                    .schemas(Map.of(ADDRESS, ContractFile.root().toString())));

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification response, FilterContext context) {
        Response answer = context.next(request, response);
        if (!ANYWHERE.contains(answer.statusCode())) {
            ContractFile.pointer(
                            request.getMethod(), URI.create(request.getURI()).getRawPath())
                    .ifPresent(operation -> check(operation, answer));
        }
        return answer;
    }

    private static void check(String operation, Response answer) {
        String what = operation + " answered " + answer.statusCode();
        String pointer = ContractFile.follow(operation + "/responses/" + answer.statusCode());
        JsonNode said = ContractFile.root().at(pointer);
        assertThat(said.isMissingNode()).as(what).isFalse();
        headers(what, pointer, said, answer);
        if (!said.has("content")) {
            assertThat(answer.asString()).as(what).isEmpty();
            return;
        }
        String type = said.get("content").fieldNames().next();
        assertThat(answer.contentType()).as(what).startsWith(type);
        String schema = ContractFile.follow(pointer + "/content/" + type.replace("/", "~1") + "/schema");
        JsonNode body = type.endsWith("json") ? json(answer.asString()) : TextNode.valueOf(answer.asString());
        assertThat(schema(schema).validate(body)).as(what + ": " + body).isEmpty();
    }

    private static void headers(String what, String pointer, JsonNode said, Response answer) {
        for (var header : said.path("headers").properties()) {
            String found = ContractFile.follow(pointer + "/headers/" + header.getKey());
            String value = answer.header(header.getKey());
            boolean required = ContractFile.root().at(found + "/required").asBoolean();
            assertThat(value != null || !required)
                    .as("%s without %s", what, header.getKey())
                    .isTrue();
            if (value != null
                    && ContractFile.root().at(found + "/schema/type").asText().equals("string")) {
                assertThat(schema(found + "/schema").validate(TextNode.valueOf(value)))
                        .as("%s with %s", what, header.getKey())
                        .isEmpty();
            }
        }
    }

    private static Schema schema(String pointer) {
        return SCHEMAS.getSchema(new ObjectMapper().createObjectNode().put("$ref", ADDRESS + "#" + pointer));
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
