package clinic.portal.core.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortalAddressesTest {
    private static final URI PORTAL = URI.create("https://portal.example");

    @ParameterizedTest
    @ValueSource(strings = {"https://portal.example/clients", "https://portal.example/clients/"})
    void aLinkHasOneSlashWhetherOrNotItsBaseEndsInOne(String base) {
        var addresses = new PortalAddresses(URI.create(base), URI.create(base));

        assertThat(addresses.portalLogin(new Slug("glow"), "abc"))
                .hasToString("https://portal.example/clients/glow/login#t=abc");
    }

    @Test
    void eachDoorHasItsOwnBase() {
        var addresses = new PortalAddresses(PORTAL, URI.create("https://staff.example/"));

        assertThat(addresses.staffLogin(new Slug("glow"), "abc")).hasToString("https://staff.example/glow/login#t=abc");
    }

    @Test
    void theBookingFormGetsItsTokenInTheFragmentToo() {
        var addresses = new PortalAddresses(PORTAL, URI.create("https://staff.example/"));

        assertThat(addresses.bookingLink(new Slug("glow"), "abc"))
                .hasToString("https://portal.example/glow/book#t=abc");
    }

    @Test
    void aPreviewHasAPageOfItsOwnWithItsTokenInTheFragment() {
        var addresses = new PortalAddresses(PORTAL, URI.create("https://staff.example/"));

        assertThat(addresses.preview(new Slug("glow"), "abc")).hasToString("https://portal.example/glow/preview#t=abc");
    }

    @Test
    void clientsBeginAtTheirClinicsFront() {
        var addresses = new PortalAddresses(PORTAL, URI.create("https://staff.example/"));

        assertThat(addresses.front(new Slug("glow"))).hasToString("https://portal.example/glow");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://portal.example/?a=b", "https://portal.example/#a", "/clients", "mailto:a@b.example"})
    void whatIsNoPlaceForPagesIsRefused(String base) {
        assertThatThrownBy(() -> new PortalAddresses(PORTAL, URI.create(base)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
