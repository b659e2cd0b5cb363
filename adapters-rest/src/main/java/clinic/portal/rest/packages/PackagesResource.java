package clinic.portal.rest.packages;

import clinic.portal.core.packages.MyPackages;
import clinic.portal.core.packages.PackageView;
import clinic.portal.rest.api.PackagesApi;
import clinic.portal.rest.api.model.Named;
import clinic.portal.rest.api.model.PackagePage;
import clinic.portal.rest.api.model.PackageSessions;
import clinic.portal.rest.api.model.TreatmentPackage;
import clinic.portal.rest.api.model.ValueStatus;
import clinic.portal.rest.login.Caller;
import clinic.portal.rest.shared.Cursors;
import io.smallrye.common.annotation.RunOnVirtualThread;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@RunOnVirtualThread
public class PackagesResource implements PackagesApi {
    private final MyPackages packages;
    private final Caller caller;
    private final Clock clock;

    PackagesResource(MyPackages packages, Caller caller, Clock clock) {
        this.packages = packages;
        this.caller = caller;
        this.clock = clock;
    }

    @Override
    public PackagePage listMyPackages(@Nullable Integer limit, @Nullable String cursor) {
        var page = packages.list(caller.client(), Cursors.page(limit, cursor));
        Instant now = clock.instant();
        return new PackagePage(
                page.items().stream().map(view -> toDto(view, now)).toList(), Cursors.write(page.next()));
    }

    private static TreatmentPackage toDto(PackageView view, Instant now) {
        var sessions = view.sessions();
        return new TreatmentPackage(
                view.id().value(),
                view.name(),
                view.treatments().stream()
                        .map(covered -> new Named(covered.id(), covered.name()))
                        .toList(),
                new PackageSessions(sessions.total(), sessions.used(), sessions.reserved(), sessions.remaining()),
                view.expiresOn(),
                switch (view.status(now)) {
                    case ACTIVE -> ValueStatus.ACTIVE;
                    case USED_UP -> ValueStatus.USED_UP;
                    case EXPIRED -> ValueStatus.EXPIRED;
                });
    }
}
