package clinic.portal.core.fakes;

import clinic.portal.core.client.Profile;
import clinic.portal.core.client.SampleClients;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import java.util.HashMap;
import java.util.Map;

public final class InMemorySampleClients implements SampleClients {
    private final Map<ClinicId, Profile> samples = new HashMap<>();
    private final InMemoryProfiles profiles;

    public InMemorySampleClients(InMemoryProfiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public synchronized Profile require(ClinicId clinic, ClientId fresh, String name) {
        return samples.computeIfAbsent(clinic, none -> {
            var sample = new Profile(fresh, name, null, null);
            profiles.putSample(clinic, sample);
            return sample;
        });
    }
}
