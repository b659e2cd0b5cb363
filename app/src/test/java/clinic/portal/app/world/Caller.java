package clinic.portal.app.world;

import static io.restassured.RestAssured.given;

import clinic.portal.app.world.Clinics.Person;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Calls the portal as a browser or an app would, from an address of its own. */
public final class Caller {
    private static final AtomicInteger LAST = new AtomicInteger();
    private static final Pattern TOKEN = Pattern.compile("#t=([A-Za-z0-9_-]{43})");
    private static final Pattern CODE = Pattern.compile("\\b([0-9]{6})\\b");

    private final String address = addressOf(LAST.incrementAndGet());

    public static String addressOf(int number) {
        return "10.%d.%d.%d".formatted(number / 65_536 % 256, number / 256 % 256, number % 256);
    }

    public RequestSpecification call() {
        return given().filter(new ContractFilter())
                .header("X-Forwarded-For", address)
                .contentType(ContentType.JSON);
    }

    public RequestSpecification call(String accessToken) {
        return call().header("Authorization", "Bearer " + accessToken);
    }

    public Response askByEmail(String slug, String email) {
        return call().body(Map.of("email", email)).post("/v1/portals/{slug}/login-links", slug);
    }

    public Response spend(String slug, String token) {
        return call().body(Map.of("token", token, "transport", "bearer")).post("/v1/portals/{slug}/sessions", slug);
    }

    /** Asks for a link, takes it out of the mail, spends it. */
    public Tokens logIn(String slug, Person person) {
        int before = linksTo(person.email()).size();
        askByEmail(slug, person.email()).then().statusCode(202);
        return tokens(spend(slug, nextLinkTo(person.email(), before)));
    }

    public Tokens logInAsStaff(String slug, Person person) {
        int before = linksTo(person.email()).size();
        call().body(Map.of("clinic", slug, "email", person.email()))
                .post("/v1/staff/login-links")
                .then()
                .statusCode(202);
        return tokens(
                call().body(Map.of("clinic", slug, "token", nextLinkTo(person.email(), before), "transport", "bearer"))
                        .post("/v1/staff/sessions"));
    }

    public static Tokens tokens(Response opened) {
        opened.then().statusCode(201);
        return new Tokens(opened.path("accessToken"), opened.path("refreshToken"));
    }

    /** Of the link that was asked for after those before; other mail may come in between. */
    private static String nextLinkTo(String email, int before) {
        return Waiting.until("link to " + email)
                .until(() -> linksTo(email), links -> links.size() > before)
                .getLast();
    }

    private static List<String> linksTo(String email) {
        return Arrays.stream(mailsTo(email))
                .map(TOKEN::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .toList();
    }

    /** The newest mail to somebody, waited for. */
    public static String mailTo(String email) {
        return mailTo(email, 1);
    }

    /** The newest of at least {@code count} mails. */
    public static String mailTo(String email, int count) {
        return Waiting.until("mail to " + email).until(() -> mailsTo(email), mails -> mails.length >= count)[count - 1];
    }

    public static String[] mailsTo(String email) {
        return Arrays.stream(RealSurroundings.mail().getReceivedMessages())
                .filter(mail -> isTo(mail, email))
                .map(Caller::textOf)
                .toArray(String[]::new);
    }

    public static String tokenIn(String message) {
        var found = TOKEN.matcher(message);
        if (!found.find()) {
            throw new AssertionError("No link in: " + message);
        }
        return found.group(1);
    }

    public static String codeIn(String message) {
        var found = CODE.matcher(message);
        if (!found.find()) {
            throw new AssertionError("No code in: " + message);
        }
        return found.group(1);
    }

    private static boolean isTo(MimeMessage mail, String email) {
        try {
            return mail.getAllRecipients()[0].toString().contains(email);
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** The plain text part. */
    private static String textOf(MimeMessage mail) {
        try {
            return plain(mail);
        } catch (MessagingException | java.io.IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String plain(jakarta.mail.Part part) throws MessagingException, java.io.IOException {
        if (part.isMimeType("text/plain")) {
            return (String) part.getContent();
        }
        if (part.getContent() instanceof jakarta.mail.Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                String text = plain(parts.getBodyPart(i));
                if (!text.isEmpty()) {
                    return text;
                }
            }
        }
        return "";
    }

    public record Tokens(String access, String refresh) {}
}
