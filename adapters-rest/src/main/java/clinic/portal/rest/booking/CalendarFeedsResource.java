package clinic.portal.rest.booking;

import clinic.portal.core.booking.PractitionerFeed;
import clinic.portal.core.catalogue.PractitionerId;
import clinic.portal.core.shared.NoSuchThing;
import clinic.portal.rest.api.CalendarFeedsApi;
import clinic.portal.rest.api.model.CalendarFeed;
import clinic.portal.rest.login.Caller;
import clinic.portal.rest.shared.ClinicSecret;
import io.smallrye.common.annotation.RunOnVirtualThread;
import java.util.UUID;

/** Calendars for other programs to subscribe to. */
@RunOnVirtualThread
public class CalendarFeedsResource implements CalendarFeedsApi {
    private final PractitionerFeed feeds;
    private final FeedAddresses addresses;
    private final Caller caller;

    CalendarFeedsResource(PractitionerFeed feeds, FeedAddresses addresses, Caller caller) {
        this.feeds = feeds;
        this.addresses = addresses;
        this.caller = caller;
    }

    @Override
    public CalendarFeed createCalendarFeed(UUID id) {
        var viewer = caller.staff();
        String secret = feeds.open(viewer, new PractitionerId(id));
        return new CalendarFeed(addresses.write(new ClinicSecret(viewer.clinic(), secret)));
    }

    @Override
    public void removeCalendarFeed(UUID id) {
        feeds.close(caller.staff(), new PractitionerId(id));
    }

    @Override
    public String getCalendarFeed(String feed) {
        var known = FeedAddresses.read(feed).orElseThrow(NoSuchThing::new);
        return feeds.read(known.clinic(), known.secret());
    }
}
