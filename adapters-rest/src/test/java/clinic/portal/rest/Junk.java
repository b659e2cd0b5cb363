package clinic.portal.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Requests that are nearly right. */
final class Junk {
    /** Stands in values only, which no answer repeats. */
    static final String CANARY = "canaryvalue";

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "-1",
            "1e400",
            "0.1",
            "[]",
            "{}",
            "[[[[]]]]",
            "\"\"",
            "\"\\u0000\"",
            "\"\\ud83d\"",
            "\"" + CANARY + "\"",
            "\"" + CANARY + "@\"",
            "\"+44" + CANARY + "\"",
            "\"'; drop table--\"",
            "\"{{7*7}}\"",
            "\"%s%n\"",
            "\"${jndi:x}\"",
            "\"\u202e\u0301\"",
            "\"" + "x".repeat(300) + "\"",
            "\"123456\"",
            "\"ada@example.com\"",
            "\"glow\"",
            "99999999999999999999",
            "\"cookie\"",
            "\"9999-12-31T23:59:59Z\"",
            "\"2026-06-17T10:00:00+23:59\"",
            "\"2026-12-31T23:59:60Z\"",
            "\"-999999999-01-01\"",
            "\"2026-02-29\"",
            "\"24:00\"",
            "\"00000000-0000-0000-0000-000000000000\"",
            "\"0-0-0-0-0\"",
            "[null]",
            "[[],{}]",
            "{\"amount\":1e9,\"currency\":\"QQQ\"}",
            "[{\"from\":\"23:59\",\"to\":\"00:00\"}]",
            "1000000000",
            "5.0");
    private static final List<String> KEYS = List.of(
            "token",
            "code",
            "email",
            "phone",
            "transport",
            "clinic",
            "refreshToken",
            "treatmentId",
            "startsAt",
            "endsAt",
            "holdId",
            "contact",
            "bookingGrant",
            "weekly",
            "overrides",
            "name",
            "price",
            "from",
            "to",
            "__proto__",
            "",
            "a/b~c");
    private static final List<String> QUERIES = List.of(
            "limit=0",
            "limit=" + CANARY,
            "limit=1e9",
            "cursor=" + CANARY,
            "cursor=AAAA",
            "when=" + CANARY,
            "x=%00",
            "%00=1",
            "limit=1&limit=2",
            "&&&",
            "=",
            "a[]=1",
            "limit=%F0%9F%92%A9",
            "when=past",
            "archived=" + CANARY,
            "treatmentId=" + CANARY,
            "from=9999-12-31",
            "to=-999999999-01-01",
            "appointmentId=0-0-0-0-0",
            "cursor=AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
            "cursor=AgAAAAAAAAAAAAAAAAAAAABhYmM",
            "limit=3");
    private static final List<String> SEGMENTS =
            List.of("%00", "%2e%2e", "%ff", "..", "glow", "calm", "GLOW", "%F0%9F%92%A9", ";a=b", "-", "a".repeat(300));
    private static final List<String> HEADERS = List.of(
            "",
            "",
            "",
            "\nContent-Type: application/json",
            "\nContent-Type: application/json",
            "\nContent-Type: application/json",
            "\nContent-Type: application/json",
            "\nContent-Type: text/plain",
            "\nContent-Type: application/json; charset=x",
            "\nContent-Type: ;",
            "\nAccept: */*;q=x",
            "\nAccept: ,",
            "\nContent-Type: application/json\nContent-Encoding: gzip",
            "\nAccept-Language: \u00ff",
            "\nContent-Type: application/json\nCookie: __Host-portal_access=x; __Host-portal_refresh=\"; a",
            "\nContent-Type: application/json\nX-Portal-Request: 1\nCookie: __Host-portal_refresh=x;;=;",
            "\nX-HTTP-Method-Override: DELETE",
            "\nX-Request-Id: \u00e9",
            "\nContent-Type: application/json\nIdempotency-Key: \u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9",
            "\nContent-Type: application/json\nIdempotency-Key: " + "k".repeat(201),
            "\nContent-Type: application/json\nIdempotency-Key: a-usual-key",
            "\nContent-Type: application/json\nIdempotency-Key: a-usual-key\nIdempotency-Key: another-key",
            "\nContent-Type: application/json\nIf-Match: \"0\"",
            "\nContent-Type: application/json\nIf-Match: *",
            "\nContent-Type: application/json\nIf-Match: W/\"0\", \"1\"",
            "\nContent-Type: application/json\nIf-Match:",
            "\nOrigin: x",
            "\nRange: bytes=0-1");

    private Junk() {}

    static String path(String path, Random random) {
        var made = new StringBuilder();
        for (String segment : path.substring(1).split("/")) {
            made.append('/').append(random.nextInt(25) == 0 ? one(SEGMENTS, random) : segment);
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            made.append(made.indexOf("?") < 0 ? '?' : '&').append(one(QUERIES, random));
        }
        return made.toString();
    }

    static String headers(Random random) {
        return one(HEADERS, random);
    }

    static byte[] body(String example, Random random) {
        String text = switch (random.nextInt(10)) {
            case 0, 6 -> example;
            case 3, 4, 5 -> nearly(example, random);
            case 1 -> one(VALUES, random);
            case 2 -> "";
            default -> object(random);
        };
        byte[] body = text.getBytes(UTF_8);
        if (random.nextInt(8) == 0 && body.length > 0) {
            body[random.nextInt(body.length)] = (byte) random.nextInt(256);
        }
        return body;
    }

    /** The example with one thing in it replaced or left out. */
    private static String nearly(String example, Random random) {
        ObjectNode made = read(example);
        var names = new ArrayList<String>();
        made.fieldNames().forEachRemaining(names::add);
        if (names.isEmpty()) {
            return object(random);
        }
        String name = one(names, random);
        if (random.nextInt(4) == 0) {
            made.remove(name);
        } else {
            made.putRawValue(name, new RawValue(one(VALUES, random)));
        }
        return made.toString();
    }

    private static ObjectNode read(String example) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(example);
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String object(Random random) {
        var made = new StringBuilder("{");
        for (int i = random.nextInt(5); i >= 0; i--) {
            made.append(made.length() == 1 ? "" : ",")
                    .append("\"%s\":%s".formatted(one(KEYS, random), one(VALUES, random)));
        }
        return made.append('}').toString();
    }

    private static String one(List<String> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }
}
