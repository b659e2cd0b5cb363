package clinic.portal.core.catalogue;

import clinic.portal.core.shared.Cursor;
import clinic.portal.core.shared.Traced;
import java.util.UUID;

/** A room, or a device that only one client at a time can have. */
public record Room(RoomId id, Plan plan, int version) implements Traced {
    @Override
    public UUID trace() {
        return id.value();
    }

    /** @param kind what treatments ask for, in lower case */
    public record Plan(String name, String kind, boolean archived) {}

    public Cursor cursor() {
        return new Cursor(plan.name, id.value());
    }
}
