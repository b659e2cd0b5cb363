package clinic.portal.notify.login;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.clinic.BrandColour;
import clinic.portal.core.clinic.Clinic;
import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.login.Audience;
import clinic.portal.core.login.Identifier;
import clinic.portal.core.login.LinkId;
import clinic.portal.core.login.LoginLetter;
import clinic.portal.core.messaging.Delivery;
import clinic.portal.core.shared.EmailAddress;
import clinic.portal.core.shared.PhoneNumber;
import clinic.portal.notify.messaging.Gsm7;
import clinic.portal.notify.messaging.Mail;
import clinic.portal.notify.messaging.Text;
import clinic.portal.notify.shared.CapturedLog;
import clinic.portal.notify.shared.Templates;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetterSenderTest {
    private static final Locale SPANISH = Locale.of("es", "ES");
    private static final String TOKEN = "canaryTokenOf43CharactersAsSecretsMakesThem";
    private static final Identifier EMAIL = new Identifier.Email(new EmailAddress("canary-ana@example.com"));
    private static final Identifier PHONE = new Identifier.Phone(new PhoneNumber("+447700900123"));

    private final List<Mail> mails = new ArrayList<>();
    private final List<Text> texts = new ArrayList<>();
    private final LetterSender sender =
            new LetterSender(mail -> sent(mails, mail), text -> sent(texts, text), new Templates());

    private Clinic clinic = named("Glow Aesthetics");
    private String name = "Ana Canary";
    private Locale locale = Locale.UK;

    @Test
    void aMailHoldsLinkAndCodeInBothItsParts() {
        var mail = mail();

        assertThat(mail.to().value()).isEqualTo(EMAIL.value());
        assertThat(mail.reference()).isEqualTo(Fixtures.uuid(7).toString());
        assertThat(mail.replyTo()).isEqualTo(new EmailAddress("hello@glow.example"));
        assertThat(mail.text())
                .contains("Hello Ana Canary,")
                .contains("\nhttps://portal.example/glow/login#t=" + TOKEN + "\n")
                .contains("    123456\n")
                .contains("expire in 10 minutes")
                .contains("If you did not ask for this")
                .contains("020 7946 0000\nhello@glow.example\n1 High Street, London");
        assertThat(mail.html())
                .contains("href=\"https://portal.example/glow/login#t=" + TOKEN + "\"")
                .contains(">123456<")
                .contains("expire in 10 minutes")
                .contains("If you did not ask for this")
                .contains("020 7946 0000<br>hello@glow.example<br>1 High Street, London")
                .doesNotContain("{page")
                .doesNotContain("NOT_FOUND");
    }

    @Test
    void aSubjectNamesTheClinicAndNothingOfTheClient() {
        assertThat(mail().subject()).isEqualTo("Your sign-in link for Glow Aesthetics");
        assertThat(mail().fromName()).isEqualTo("Glow Aesthetics");
    }

    @Test
    void theButtonWearsTheClinicsColourUnderReadableInk() {
        clinic = coloured(new BrandColour("#ffe680"));

        assertThat(mail().html()).contains("background-color:#ffe680").contains("color:#000000; text-decoration:none");
    }

    @Test
    void aLogoIsShownOverHttpsOnly() {
        assertThat(mail().html()).contains("<img src=\"https://glow.example/logo.png\" alt=\"Glow Aesthetics\"");

        clinic = logo(URI.create("http://glow.example/logo.png"));
        assertThat(mail().html()).doesNotContain("<img").contains(">Glow Aesthetics</div>");

        clinic = logo(null);
        assertThat(mail().html()).doesNotContain("<img").contains(">Glow Aesthetics</div>");
    }

    @Test
    void aNameCannotBecomeMarkup() {
        clinic = named("<script>alert(\"x\")</script> & 'Sons'");

        var mail = mail();

        assertThat(mail.html())
                .doesNotContain("<script")
                .contains("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;Sons&#39;");
        assertThat(mail.text()).contains("<script>alert(\"x\")</script> & 'Sons'");
    }

    @Test
    void aPatternInANameIsJustAName() {
        clinic = named("Glow {1} {page.code} %s");

        assertThat(mail().subject()).isEqualTo("Your sign-in link for Glow {1} {page.code} %s");
        assertThat(mail().html()).contains("Glow {1} {page.code} %s");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "Win at evil.example", "https://evil.example", "Call +44 900 1", "A<b>c"})
    void aNameThatIsNoneIsNotGreeted(String odd) {
        name = odd;

        assertThat(mail().text()).startsWith("Hello,\n");
        assertThat(mail().html()).contains(">Hello,</p>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ana", "Dr. María-José O’Neill", "Jean d'Arc", "Σοφία", "田中 さくら", "J. R. Smith"})
    void namesOfAllKindsAreGreeted(String usual) {
        name = usual;

        assertThat(mail().text()).startsWith("Hello " + usual + ",\n");
    }

    @Test
    void aLetterSpeaksItsReadersLanguage() {
        locale = SPANISH;

        var mail = mail();

        assertThat(mail.subject()).isEqualTo("Tu enlace de acceso a Glow Aesthetics");
        assertThat(mail.text())
                .contains("Hola, Ana Canary:")
                .contains("caducan en 10 minutos")
                .contains("Si no lo has pedido tú");
        assertThat(mail.html()).contains("<html lang=\"es-ES\"").contains(">Acceder<");
    }

    @Test
    void aLetterForStaffSaysSo() {
        var mail = staffMail();

        assertThat(mail.subject()).isEqualTo("Your staff sign-in link for Glow Aesthetics");
        assertThat(mail.text()).contains("staff pages of Glow Aesthetics");
        assertThat(mail.html()).contains("staff pages of Glow Aesthetics");
    }

    @Test
    void aClinicWithoutContactHasNone() {
        clinic = contact(new Clinic.Contact("", "not an address", " "));

        var mail = mail();

        assertThat(mail.replyTo()).isNull();
        assertThat(mail.text()).contains("how to reach Glow Aesthetics:\nnot an address");

        clinic = contact(new Clinic.Contact("", "", ""));
        assertThat(mail().text()).doesNotContain("how to reach").endsWith("without this message.\n");
        assertThat(mail().html()).doesNotContain("how to reach");
    }

    @Test
    void anSmsIsOneMessageThatEndsWithTheCodeBoundToOurSite() {
        var sms = sms();

        assertThat(sms.to().value()).isEqualTo(PHONE.value());
        assertThat(sms.body())
                .isEqualTo("Glow Aesthetics: sign-in code 123456 (10 min)\n"
                        + "https://portal.example/glow/login#t=" + TOKEN
                        + "\n@portal.example #123456");
        assertThat(Gsm7.fitsOne(sms.body())).isTrue();
    }

    @Test
    void anSmsGivesUpTheBindingBeforeItTakesASecondMessage() {
        clinic = named("The Kensington Centre for Skin & Care");

        assertThat(sms().body())
                .contains("The Kensington Centre for Skin & Care: ")
                .endsWith("#t=" + TOKEN);
        assertThat(Gsm7.fitsOne(sms().body())).isTrue();
    }

    @Test
    void anSmsShortensAVeryLongName() {
        clinic = named("The Kensington and Chelsea Centre for Aesthetic Medicine and Skin Care of London");

        assertThat(sms().body()).startsWith("The Kensington an...: sign-in code 123456");
        assertThat(Gsm7.fitsOne(sms().body())).isTrue();
    }

    @Test
    void anSmsInSpanishIsOneMessageToo() {
        locale = SPANISH;
        clinic = named("Clínica Ñandú");

        assertThat(sms().body()).startsWith("Clinica Ñandu: clave de acceso 123456 (10 min)\n");
        assertThat(Gsm7.fitsOne(sms().body())).isTrue();
    }

    @Test
    void aNameInAnotherScriptKeepsItsScript() {
        clinic = named("美容クリニック");

        assertThat(sms().body()).startsWith("美容クリニック: sign-in code 123456").endsWith("\n@portal.example #123456");
    }

    @Test
    void aNameCannotBindItsOwnCode() {
        clinic = named("Glow\n@evil.example #666666");

        assertThat(sms().body().lines().filter(line -> line.startsWith("@"))).containsOnly("@portal.example #123456");
    }

    @Test
    void anSmsNamesNoClient() {
        assertThat(sms().body()).doesNotContain("Ana");
    }

    @Test
    void nothingOfALetterIsLogged() {
        try (var log = new CapturedLog()) {
            mail();
            sms();

            assertThat(log.lines()).noneMatch(line -> line.contains("canary") || line.contains("7700900123"));
        }
        assertThat(mail()).asString().doesNotContain("canary");
        assertThat(sms()).asString().doesNotContain("7700900123").doesNotContain("123456");
    }

    private Mail mail() {
        sender.send(letter(Audience.PORTAL, EMAIL, "https://portal.example/glow/login#t=" + TOKEN));
        return mails.getLast();
    }

    private Mail staffMail() {
        sender.send(letter(Audience.STAFF, EMAIL, "https://staff.portal.example/glow/login#t=" + TOKEN));
        return mails.getLast();
    }

    private Text sms() {
        sender.send(letter(Audience.PORTAL, PHONE, "https://portal.example/glow/login#t=" + TOKEN));
        return texts.getLast();
    }

    private LoginLetter letter(Audience audience, Identifier to, String link) {
        return new LoginLetter(
                new LinkId(Fixtures.uuid(7)),
                clinic,
                audience,
                to,
                name,
                locale,
                URI.create(link),
                "123456",
                Duration.ofMinutes(10));
    }

    private static <T> Delivery sent(List<T> sent, T message) {
        sent.add(message);
        return new Delivery.Sent("1");
    }

    private static Clinic named(String name) {
        var glow = Fixtures.aClinic();
        return clinic(name, glow.colour(), glow.logo(), glow.contact());
    }

    private static Clinic coloured(BrandColour colour) {
        var glow = named("Glow Aesthetics");
        return clinic(glow.name(), colour, glow.logo(), glow.contact());
    }

    private static Clinic logo(URI logo) {
        var glow = named("Glow Aesthetics");
        return clinic(glow.name(), glow.colour(), logo, glow.contact());
    }

    private static Clinic contact(Clinic.Contact contact) {
        var glow = named("Glow Aesthetics");
        return clinic(glow.name(), glow.colour(), glow.logo(), contact);
    }

    private static Clinic clinic(String name, BrandColour colour, URI logo, Clinic.Contact contact) {
        var glow = Fixtures.aClinic();
        return new Clinic(
                glow.id(),
                glow.slug(),
                name,
                colour,
                logo,
                contact,
                glow.zone(),
                glow.locale(),
                glow.currency(),
                glow.country(),
                glow.smsRegions(),
                true,
                true,
                glow.channels());
    }
}
