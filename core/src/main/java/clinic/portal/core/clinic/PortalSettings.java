package clinic.portal.core.clinic;

import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Invalid;
import clinic.portal.core.shared.NoSuchThing;
import clinic.portal.core.shared.Outdated;
import clinic.portal.core.shared.Right;
import clinic.portal.core.shared.Viewer;
import java.time.Duration;

/** The clinic's portal as its staff set it up. */
public class PortalSettings {
    /** For so long an old slug leads to the new one, and is nobody else's. */
    public static final Duration REDIRECTED = Duration.ofDays(90);

    /** Or one clinic could keep thousands of names from all the others. */
    public static final int MOST_RETIRED = 5;

    private final Portals portals;
    private final Slugs slugs;

    public PortalSettings(Portals portals, Slugs slugs) {
        this.portals = portals;
        this.slugs = slugs;
    }

    public Portal show(Viewer.Staff viewer) {
        return portals.find(viewer.may(Right.SETTINGS_READ).clinic()).orElseThrow(NoSuchThing::new);
    }

    /**
     * @param version the one that the caller has read
     * @throws Invalid naming all that is wrong with the draft
     * @throws Outdated where it is no longer that version
     * @throws CurrencyInUse where the currency is another, and there are prices in the old one
     * @throws SlugUnavailable where the slug is another, and not to be had
     * @throws TooManySlugs where the slug is another, and the clinic has given up too many of late
     */
    public Portal replace(Viewer.Staff viewer, int version, PortalDraft draft) {
        ClinicId clinic = viewer.may(Right.SETTINGS_WRITE).clinic();
        Portal wanted = draft.read(clinic, version + 1);
        Portal now = portals.lock(clinic).orElseThrow(NoSuchThing::new);
        if (now.version() != version) {
            throw new Outdated();
        }
        if (!wanted.clinic().currency().equals(now.clinic().currency()) && portals.hasPrices(clinic)) {
            throw new CurrencyInUse();
        }
        if (!wanted.clinic().slug().equals(now.clinic().slug())) {
            move(clinic, wanted.clinic().slug());
        }
        portals.save(clinic, wanted);
        return wanted;
    }

    /** Sets free the slugs that the clinic gave up long ago. */
    public int tidy(ClinicId clinic) {
        return slugs.forget(clinic, REDIRECTED);
    }

    private void move(ClinicId clinic, Slug slug) {
        slugs.forget(clinic, REDIRECTED);
        var retired = slugs.retired(clinic);
        // One of them would be theirs again, so that they keep no more than before.
        if (retired.size() >= MOST_RETIRED && !retired.contains(slug)) {
            throw new TooManySlugs();
        }
        if (!slugs.take(clinic, SlugRules.requireAllowed(slug))) {
            throw new SlugUnavailable();
        }
    }
}
