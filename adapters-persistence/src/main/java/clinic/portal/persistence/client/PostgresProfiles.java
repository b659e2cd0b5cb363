package clinic.portal.persistence.client;

import clinic.portal.core.client.Profile;
import clinic.portal.core.client.Profiles;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import jakarta.inject.Singleton;
import java.util.Optional;

@Singleton
public class PostgresProfiles implements Profiles {
    @Override
    public Optional<Profile> find(ClinicId clinic, ClientId client) {
        return ClientRow.<ClientRow>findByIdOptional(new ClientRow.Key(clinic.value(), client.value()))
                .filter(row -> row.erasedAt == null)
                .map(ClientRow::toDomain);
    }
}
