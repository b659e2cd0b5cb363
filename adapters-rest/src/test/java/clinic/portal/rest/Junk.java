package clinic.portal.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

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
            "\"cookie\"");
    private static final List<String> KEYS =
            List.of("token", "code", "email", "phone", "transport", "clinic", "refreshToken", "__proto__", "", "a/b~c");
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
        String text = switch (random.nextInt(6)) {
            case 0 -> example;
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
