package clinic.portal.persistence.client;

import clinic.portal.core.client.Profile;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.EmailAddress;
import clinic.portal.core.shared.PhoneNumber;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "clients")
@IdClass(ClientRow.Key.class)
public class ClientRow extends PanacheEntityBase {
    @Id
    @Column(name = "clinic_id")
    public UUID clinicId;

    @Id
    @Column(name = "client_id")
    public UUID clientId;

    public String name;
    public @Nullable String email;
    public @Nullable String phone;

    @Column(name = "erased_at")
    public @Nullable Instant erasedAt;

    public record Key(UUID clinicId, UUID clientId) {}

    public Profile toDomain() {
        return profile(clientId, name, email, phone);
    }

    public static Profile profile(UUID client, String name, @Nullable String email, @Nullable String phone) {
        return new Profile(
                new ClientId(client),
                name,
                email == null ? null : new EmailAddress(email),
                phone == null ? null : new PhoneNumber(phone));
    }
}
