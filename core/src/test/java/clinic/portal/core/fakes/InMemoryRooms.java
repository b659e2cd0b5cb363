package clinic.portal.core.fakes;

import clinic.portal.core.catalogue.Removal;
import clinic.portal.core.catalogue.Room;
import clinic.portal.core.catalogue.RoomId;
import clinic.portal.core.catalogue.Rooms;
import clinic.portal.core.catalogue.Shelf;
import clinic.portal.core.fixtures.Shelved;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Page;
import clinic.portal.core.shared.PageRequest;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

public final class InMemoryRooms implements Rooms {
    private final Shelves<RoomId, Room> rooms = new Shelves<>(Room::id, Room::version);

    /** Adds the room, or puts it in place of the one with its id. */
    public void put(ClinicId clinic, Room room) {
        rooms.put(clinic, room);
    }

    /** Says what cannot be deleted. */
    void keepWhat(BiPredicate<ClinicId, RoomId> isReferredTo) {
        rooms.keepWhat(isReferredTo);
    }

    /** Those in use, of one kind, by name. */
    Stream<Room> ofKind(ClinicId clinic, String kind) {
        return rooms.all(clinic)
                .filter(each -> !each.plan().archived() && each.plan().kind().equals(kind))
                .sorted(Comparator.comparing(each -> each.plan().name()));
    }

    @Override
    public Page<Room> list(ClinicId clinic, Shelf shelf, PageRequest page) {
        boolean archived = shelf == Shelf.ARCHIVED;
        return Keyset.byName(rooms.all(clinic).filter(each -> each.plan().archived() == archived), page, Room::cursor);
    }

    @Override
    public Optional<Room> find(ClinicId clinic, RoomId room) {
        return rooms.find(clinic, room);
    }

    @Override
    public void add(ClinicId clinic, Room room) {
        rooms.put(clinic, room);
    }

    @Override
    public boolean replace(ClinicId clinic, Room room) {
        return rooms.replace(clinic, room);
    }

    @Override
    public Removal remove(ClinicId clinic, RoomId room) {
        if (rooms.delete(clinic, room)) {
            return Removal.DELETED;
        }
        find(clinic, room)
                .filter(found -> !found.plan().archived())
                .ifPresent(found ->
                        rooms.put(clinic, new Room(found.id(), Shelved.of(found.plan()), found.version() + 1)));
        return Removal.ARCHIVED;
    }
}
