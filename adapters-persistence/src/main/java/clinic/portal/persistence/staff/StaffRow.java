package clinic.portal.persistence.staff;

import clinic.portal.core.shared.EmailAddress;
import clinic.portal.core.shared.Role;
import clinic.portal.core.shared.StaffId;
import clinic.portal.core.staff.Member;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "staff")
@IdClass(StaffRow.Key.class)
public class StaffRow extends PanacheEntityBase {
    @Id
    @Column(name = "clinic_id")
    public UUID clinicId;

    @Id
    @Column(name = "staff_id")
    public UUID staffId;

    public String name;
    public String email;
    public String role;

    @Column(name = "left_at")
    public @Nullable Instant leftAt;

    public record Key(UUID clinicId, UUID staffId) {}

    public Member toDomain() {
        return new Member(
                new StaffId(staffId), name, new EmailAddress(email), Role.valueOf(role.toUpperCase(Locale.ROOT)));
    }
}
