package clinic.portal.core.catalogue;

import clinic.portal.core.shared.Cursor;

/** A room, or a device that only one client at a time can have. */
public record Room(RoomId id, Plan plan, int version) {

    /** @param kind what treatments ask for, in lower case */
    public record Plan(String name, String kind, boolean archived) {
        public Plan shelved() {
            return new Plan(name, kind, true);
        }
    }

    public Cursor cursor() {
        return new Cursor(plan.name, id.value());
    }
}
