package clinic.portal.core.dashboard;

import clinic.portal.core.booking.AppointmentView;
import clinic.portal.core.client.Profile;
import clinic.portal.core.clinic.Clinic;
import clinic.portal.core.shared.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All of a client's first page.
 *
 * @param asOf the instant it was true at
 * @param upcoming the soonest first, {@link MyDashboard#UPCOMING} at most; how many there are in all is on the tile
 * @param preview a member of staff is looking
 */
public record Dashboard(
        Profile client, Clinic clinic, Instant asOf, List<AppointmentView> upcoming, Tiles tiles, boolean preview) {
    public Dashboard {
        upcoming = List.copyOf(upcoming);
    }

    public Optional<AppointmentView> next() {
        return upcoming.stream().findFirst();
    }

    /**
     * @param appointments how many are upcoming
     * @param payments how many payments were made
     * @param outstanding as in {@code Balance}
     * @param packages how many can be used today
     * @param sessions left on those, not counting the reserved
     * @param vouchers how many can be used today
     * @param voucherMoney left on those
     */
    public record Tiles(
            int appointments,
            int payments,
            Money outstanding,
            int packages,
            int sessions,
            int vouchers,
            Money voucherMoney) {}
}
