package clinic.portal.core.fakes;

import clinic.portal.core.catalogue.TreatmentId;
import clinic.portal.core.packages.PackageId;
import clinic.portal.core.packages.PackageSessions;
import clinic.portal.core.packages.PackageView;
import clinic.portal.core.packages.PackageView.Sessions;
import clinic.portal.core.packages.PackageView.Status;
import clinic.portal.core.shared.AppointmentId;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** Sessions of the packages that {@link InMemoryPackages} shows. */
public final class InMemoryPackageSessions implements PackageSessions {
    private record Key(ClinicId clinic, AppointmentId appointment) {}

    private record Reserved(ClientId client, PackageId pack) {}

    private final Map<Key, Reserved> reserved = new HashMap<>();
    private final Map<Key, Reserved> used = new HashMap<>();
    private final InMemoryPackages packages;
    private final Clock clock;

    public InMemoryPackageSessions(InMemoryPackages packages, Clock clock) {
        this.packages = packages;
        this.clock = clock;
    }

    @Override
    public synchronized boolean reserve(
            ClinicId clinic, ClientId client, PackageId pack, TreatmentId treatment, AppointmentId appointment) {
        var usable = packages.find(clinic, client, pack)
                .filter(found -> found.status(clock.instant()) == Status.ACTIVE
                        && found.sessions().remaining() > 0
                        && found.treatments().stream()
                                .anyMatch(each -> each.id().equals(treatment.value())));
        usable.ifPresent(found -> {
            count(clinic, client, found, 0, 1);
            reserved.put(new Key(clinic, appointment), new Reserved(client, pack));
        });
        return usable.isPresent();
    }

    @Override
    public synchronized void giveBack(ClinicId clinic, AppointmentId appointment) {
        var was = reserved.remove(new Key(clinic, appointment));
        if (was != null) {
            count(clinic, was, 0, -1);
        }
    }

    @Override
    public synchronized void use(ClinicId clinic, AppointmentId appointment) {
        var was = reserved.remove(new Key(clinic, appointment));
        if (was != null) {
            used.put(new Key(clinic, appointment), was);
            count(clinic, was, 1, -1);
        }
    }

    @Override
    public synchronized void unuse(ClinicId clinic, AppointmentId appointment) {
        var was = used.remove(new Key(clinic, appointment));
        if (was != null) {
            reserved.put(new Key(clinic, appointment), was);
            count(clinic, was, -1, 1);
        }
    }

    private void count(ClinicId clinic, Reserved of, int used, int reserved) {
        packages.find(clinic, of.client, of.pack).ifPresent(found -> count(clinic, of.client, found, used, reserved));
    }

    private void count(ClinicId clinic, ClientId client, PackageView of, int used, int reserved) {
        var before = of.sessions();
        var after = new Sessions(before.total(), before.used() + used, before.reserved() + reserved);
        packages.put(
                clinic,
                client,
                new PackageView(of.id(), of.name(), of.treatments(), after, of.boughtAt(), of.expiresOn(), of.zone()));
    }
}
