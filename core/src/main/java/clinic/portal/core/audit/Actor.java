package clinic.portal.core.audit;

import clinic.portal.core.shared.ApiKeyId;
import clinic.portal.core.shared.StaffId;
import clinic.portal.core.shared.Viewer;
import java.util.UUID;

/** Who did it. */
public sealed interface Actor {
    UUID id();

    record OfStaff(StaffId member) implements Actor {
        @Override
        public UUID id() {
            return member.value();
        }
    }

    record OfProgram(ApiKeyId key) implements Actor {
        @Override
        public UUID id() {
            return key.value();
        }
    }

    static Actor of(Viewer.Staff viewer) {
        return switch (viewer) {
            case Viewer.Member member -> new OfStaff(member.member());
            case Viewer.Integrator program -> new OfProgram(program.key());
        };
    }
}
