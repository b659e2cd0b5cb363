package clinic.portal.core.catalogue;

import clinic.portal.core.catalogue.Room.Plan;
import clinic.portal.core.shared.Ids;
import clinic.portal.core.shared.NoSuchThing;
import clinic.portal.core.shared.Outdated;
import clinic.portal.core.shared.Page;
import clinic.portal.core.shared.PageRequest;
import clinic.portal.core.shared.Right;
import clinic.portal.core.shared.Viewer;

/** Rooms and devices, as the clinic keeps them. */
public class RoomPlan {
    private final Rooms rooms;
    private final Ids ids;

    public RoomPlan(Rooms rooms, Ids ids) {
        this.rooms = rooms;
        this.ids = ids;
    }

    public Page<Room> list(Viewer.Staff viewer, Shelf shelf, PageRequest page) {
        return rooms.list(viewer.may(Right.CATALOGUE_READ).clinic(), shelf, page);
    }

    public Room show(Viewer.Staff viewer, RoomId id) {
        return find(viewer.may(Right.CATALOGUE_READ), id);
    }

    public Room create(Viewer.Staff viewer, Plan plan) {
        var room = new Room(new RoomId(ids.next()), plan, 0);
        rooms.add(viewer.may(Right.CATALOGUE_WRITE).clinic(), room);
        return room;
    }

    /**
     * @param version the one that the caller has read
     * @throws Outdated where it is no longer that
     */
    public Room replace(Viewer.Staff viewer, RoomId id, int version, Plan plan) {
        var changed = new Room(find(viewer.may(Right.CATALOGUE_WRITE), id).id(), plan, version + 1);
        if (!rooms.replace(viewer.clinic(), changed)) {
            throw new Outdated();
        }
        return changed;
    }

    public Removal remove(Viewer.Staff viewer, RoomId id) {
        return rooms.remove(
                viewer.clinic(), find(viewer.may(Right.CATALOGUE_WRITE), id).id());
    }

    private Room find(Viewer.Staff viewer, RoomId id) {
        return rooms.find(viewer.clinic(), id).orElseThrow(NoSuchThing::new);
    }
}
