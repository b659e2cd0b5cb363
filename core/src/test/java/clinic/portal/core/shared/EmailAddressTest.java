package clinic.portal.core.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {
    private static final String LABEL = "b".repeat(63);

    @ParameterizedTest
    @ValueSource(strings = {"a@b.co", "ada.lovelace+portal@sub.example.co.uk", "o'brien@x-y.example", "_@1.example"})
    void anAddressIsRead(String typed) {
        assertThat(EmailAddress.read(typed)).contains(new EmailAddress(typed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a",
                "@",
                "a@",
                "@b.co",
                "a@b",
                "a@b.",
                "a@.co",
                "a@b..co",
                "a b@c.de",
                "a@b c.de",
                "a@-b.co",
                "a@b-.co",
                "a@b@c.de",
                "a@b_c.de",
                "ä@b.co",
                "a@bü.de",
                "a@b.co\nbcc:x@y.zz",
                "<a@b.co>",
                "a@[1.2.3.4]"
            })
    void whatIsNoAddressIsNotRead(String typed) {
        assertThat(EmailAddress.read(typed)).isEmpty();
        assertThatThrownBy(() -> new EmailAddress(typed)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void upperCaseIsNotAnAddressUntilRead() {
        assertThatThrownBy(() -> new EmailAddress("Ada@example.com")).isInstanceOf(IllegalArgumentException.class);
        assertThat(EmailAddress.read("\t Ada@Example.COM\n")).contains(new EmailAddress("ada@example.com"));
    }

    @Test
    void theLocalPartHas64CharactersAtMost() {
        assertThat(EmailAddress.read("a".repeat(64) + "@b.co")).isPresent();
        assertThat(EmailAddress.read("a".repeat(65) + "@b.co")).isEmpty();
    }

    @Test
    void aLabelHas63CharactersAtMost() {
        assertThat(EmailAddress.read("a@" + LABEL + ".co")).isPresent();
        assertThat(EmailAddress.read("a@" + LABEL + "b.co")).isEmpty();
    }

    @Test
    void theWholeHas254CharactersAtMost() {
        String domain = LABEL + "." + LABEL + "." + LABEL + ".";
        String longest = "a".repeat(58) + "@" + domain + "com";

        assertThat(longest).hasSize(254);
        assertThat(EmailAddress.read(longest)).contains(new EmailAddress(longest));
        assertThat(EmailAddress.read("a" + longest)).isEmpty();
        assertThatThrownBy(() -> new EmailAddress("a" + longest)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 300)
    void howItIsTypedDoesNotMatter(@ForAll("addresses") String address, @ForAll boolean shouted) {
        String typed = "  " + (shouted ? address.toUpperCase(Locale.ROOT) : address) + " ";

        assertThat(EmailAddress.read(typed)).contains(new EmailAddress(address));
    }

    @Property(tries = 300)
    void whateverIsTypedEitherReadsAsAnAddressOrNot(@ForAll String typed) {
        var read = EmailAddress.read(typed);

        read.ifPresent(address -> assertThat(EmailAddress.read(address.value())).isEqualTo(read));
    }

    @Provide
    Arbitrary<String> addresses() {
        var local = Arbitraries.strings()
                .withCharRange('a', 'z')
                .withChars("0123456789.+-_'")
                .ofMinLength(1);
        var label = Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('0', '9')
                .ofMinLength(1);
        return Combinators.combine(local.ofMaxLength(64), label.ofMaxLength(63), label.ofMaxLength(10))
                .as((name, host, top) -> name + "@" + host + "." + top);
    }
}
