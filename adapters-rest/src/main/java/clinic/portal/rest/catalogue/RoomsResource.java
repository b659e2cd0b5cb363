package clinic.portal.rest.catalogue;

import clinic.portal.core.catalogue.Room.Plan;
import clinic.portal.core.catalogue.RoomId;
import clinic.portal.core.catalogue.RoomPlan;
import clinic.portal.rest.api.RoomsApi;
import clinic.portal.rest.api.model.Removal;
import clinic.portal.rest.api.model.Room;
import clinic.portal.rest.api.model.RoomInput;
import clinic.portal.rest.api.model.RoomPage;
import clinic.portal.rest.login.Caller;
import clinic.portal.rest.shared.Cursors;
import clinic.portal.rest.shared.Versions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rooms and devices, for the staff. */
@RunOnVirtualThread
public class RoomsResource implements RoomsApi {
    private final RoomPlan rooms;
    private final Caller caller;
    private final Versions versions;

    RoomsResource(RoomPlan rooms, Caller caller, Versions versions) {
        this.rooms = rooms;
        this.caller = caller;
        this.versions = versions;
    }

    @Override
    public RoomPage listRooms(@Nullable Boolean archived, @Nullable Integer limit, @Nullable String cursor) {
        var page = rooms.list(caller.staff(), Shelves.shelf(archived), Cursors.byName(limit, cursor));
        return new RoomPage(page.items().stream().map(RoomsResource::toDto).toList(), Cursors.writeName(page.next()));
    }

    @Override
    public Room createRoom(RoomInput body) {
        return tagged(rooms.create(caller.staff(), read(body)));
    }

    @Override
    public Room getRoom(UUID id) {
        return tagged(rooms.show(caller.staff(), new RoomId(id)));
    }

    @Override
    public Room replaceRoom(UUID id, RoomInput body, @Nullable String ifMatch) {
        int version = Versions.expected(ifMatch);
        return tagged(rooms.replace(caller.staff(), new RoomId(id), version, read(body)));
    }

    @Override
    public Removal removeRoom(UUID id) {
        return new Removal(Shelves.toDto(rooms.remove(caller.staff(), new RoomId(id))));
    }

    private Room tagged(clinic.portal.core.catalogue.Room room) {
        versions.tag(room.version());
        return toDto(room);
    }

    private static Plan read(RoomInput input) {
        return new Plan(input.name(), input.kind(), Boolean.TRUE.equals(input.archived()));
    }

    private static Room toDto(clinic.portal.core.catalogue.Room room) {
        var plan = room.plan();
        return new Room(room.id().value(), plan.name(), plan.kind(), plan.archived(), room.version());
    }
}
