package clinic.portal.core.catalogue;

import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Page;
import clinic.portal.core.shared.PageRequest;
import java.util.Optional;

public interface Rooms {
    /** By name. */
    Page<Room> list(ClinicId clinic, Shelf shelf, PageRequest page);

    Optional<Room> find(ClinicId clinic, RoomId room);

    void add(ClinicId clinic, Room room);

    /** Writes the plan where the version is still {@code room.version() - 1}; false where it is not. */
    boolean replace(ClinicId clinic, Room room);

    /** Takes it away for good, where nothing refers to it and nothing ever did; else archives it, whatever its version. */
    Removal remove(ClinicId clinic, RoomId room);
}
