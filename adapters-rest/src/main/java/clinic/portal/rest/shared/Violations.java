package clinic.portal.rest.shared;

import clinic.portal.core.shared.Invalid.Violation;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The validator's findings in words for people. Its own sentences are for programmers, and some repeat what was sent
 * (SECURITY P50).
 */
final class Violations {
    private Violations() {}

    /** @param sentence what the contract itself says to this; empty where it says nothing */
    static Violation of(Error error, String pointer, String sentence) {
        return new Violation(
                place(error, pointer), code(error.getKeyword()), sentence.isEmpty() ? detail(error) : sentence);
    }

    /** A key as it stands in a JSON pointer (RFC 6901). */
    static String escape(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }

    private static String place(Error error, String pointer) {
        return error.getProperty() == null ? pointer : pointer + "/" + escape(error.getProperty());
    }

    private static String code(String keyword) {
        return switch (keyword) {
            case "additionalProperties", "unevaluatedProperties" -> "unknown_property";
            case "type" -> "wrong_type";
            case "format", "pattern" -> "invalid_format";
            case "maxLength", "maxItems" -> "too_long";
            case "minLength", "minItems" -> "too_short";
            case "maximum", "exclusiveMaximum" -> "too_large";
            case "minimum", "exclusiveMinimum" -> "too_small";
            case "enum", "const" -> "not_allowed";
            case "minProperties" -> "too_few_properties";
            case "maxProperties" -> "too_many_properties";
            case "propertyNames" -> "property_not_allowed_here";
            case "required", "dependentRequired" -> "required";
            case "oneOf", "anyOf", "allOf", "not", "false", "if", "then", "else" -> "not_allowed_together";
            default -> keyword.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
        };
    }

    private static String detail(Error error) {
        JsonNode rule = error.getSchemaNode();
        return switch (error.getKeyword()) {
            case "additionalProperties", "unevaluatedProperties" -> "There is no such property.";
            case "required", "dependentRequired" -> "This property is missing.";
            case "type" -> "Must be %s.".formatted(type(rule.asText()));
            case "format" -> format(rule.asText());
            case "pattern" -> "Does not have the form that is asked for, or holds characters that are not allowed.";
            case "maxLength" -> "Must have at most %s characters.".formatted(rule.asText());
            case "minLength" -> "Must have at least %s characters.".formatted(rule.asText());
            case "maxItems" -> "Must have at most %s items.".formatted(rule.asText());
            case "minItems" -> "Must have at least %s items.".formatted(rule.asText());
            case "uniqueItems" -> "Must not name anything twice.";
            case "maximum" -> "Must be at most %s.".formatted(rule.asText());
            case "exclusiveMaximum" -> "Must be less than %s.".formatted(rule.asText());
            case "minimum" -> "Must be at least %s.".formatted(rule.asText());
            case "exclusiveMinimum" -> "Must be more than %s.".formatted(rule.asText());
            case "multipleOf" -> "Must be a multiple of %s.".formatted(rule.asText());
            case "enum" -> "Must be one of: %s.".formatted(choices(rule));
            case "const" -> "Must be %s.".formatted(rule.asText());
            case "minProperties" -> "Must have at least %s properties.".formatted(rule.asText());
            case "maxProperties" -> "Must have at most %s properties.".formatted(rule.asText());
            case "propertyNames" -> "This property is not allowed beside the others.";
            case "oneOf", "anyOf", "allOf", "not", "false", "if", "then", "else" ->
                "These properties do not go together.";
            default -> "Does not hold to the contract.";
        };
    }

    private static String type(String type) {
        return switch (type) {
            case "string" -> "text";
            case "integer" -> "a whole number";
            case "number" -> "a number";
            case "boolean" -> "true or false";
            case "array" -> "a list";
            case "object" -> "a JSON object";
            default -> "of another type";
        };
    }

    private static String format(String format) {
        return switch (format) {
            case "email" -> "Must be an e-mail address.";
            case "uuid" -> "Must be a UUID.";
            case "date" -> "Must be a day of the years 2000 to 2200, written like 2026-03-12.";
            case "date-time" ->
                "Must be a time with its offset, of the years 2000 to 2200, written like 2026-03-12T14:30:00+00:00.";
            case "uri", "uri-reference" -> "Must be a URI.";
            default -> "Does not have the form that is asked for.";
        };
    }

    private static String choices(JsonNode rule) {
        return StreamSupport.stream(rule.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining(", "));
    }
}
