package clinic.portal.persistence.catalogue;

import clinic.portal.core.catalogue.Removal;
import clinic.portal.core.catalogue.Room;
import clinic.portal.core.catalogue.Room.Plan;
import clinic.portal.core.catalogue.RoomId;
import clinic.portal.core.catalogue.Rooms;
import clinic.portal.core.catalogue.Shelf;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Page;
import clinic.portal.core.shared.PageRequest;
import clinic.portal.persistence.shared.BookingLocks;
import clinic.portal.persistence.shared.Paging;
import clinic.portal.persistence.shared.Row;
import clinic.portal.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Optional;

@Singleton
public class PostgresRooms implements Rooms {
    private final Sql sql;
    private final BookingLocks locks;

    public PostgresRooms(Sql sql, BookingLocks locks) {
        this.sql = sql;
        this.locks = locks;
    }

    @Override
    public Page<Room> list(ClinicId clinic, Shelf shelf, PageRequest page) {
        var from = Paging.byName(page);
        var rows = sql.list(PostgresRooms::room, """
                select * from rooms
                where clinic_id = ? and archived = (? = 'archived') and (name, room_id) > (?, ?)
                order by name, room_id limit ?""", clinic.value(), shelf, from.key(), from.id(), Paging.rows(page));
        return Page.cut(rows, page, Room::cursor);
    }

    @Override
    public Optional<Room> find(ClinicId clinic, RoomId room) {
        return sql.first(
                PostgresRooms::room,
                "select * from rooms where clinic_id = ? and room_id = ?",
                clinic.value(),
                room.value());
    }

    @Override
    public void add(ClinicId clinic, Room room) {
        sql.update(
                "insert into rooms (clinic_id, room_id, name, kind, archived, version) values (?, ?, ?, ?, ?, ?)",
                clinic.value(),
                room.id().value(),
                room.plan().name(),
                room.plan().kind(),
                room.plan().archived(),
                room.version());
    }

    @Override
    public boolean replace(ClinicId clinic, Room room) {
        return sql.update(
                        """
                        update rooms set name = ?, kind = ?, archived = ?, version = ?
                        where clinic_id = ? and room_id = ? and version = ?""",
                        room.plan().name(),
                        room.plan().kind(),
                        room.plan().archived(),
                        room.version(),
                        clinic.value(),
                        room.id().value(),
                        room.version() - 1)
                == 1;
    }

    @Override
    public Removal remove(ClinicId clinic, RoomId room) {
        if (delete(clinic, room)) {
            return Removal.DELETED;
        }
        archive(clinic, room);
        return Removal.ARCHIVED;
    }

    private boolean delete(ClinicId clinic, RoomId room) {
        // Or it could be booked between our looking and our deleting.
        locks.wholeClinic(clinic);
        return sql.update("""
                        delete from rooms r
                        where r.clinic_id = ? and r.room_id = ?
                          and not exists (
                              select from appointments a
                              where a.clinic_id = r.clinic_id and a.room_id = r.room_id)
                          and not exists (
                              select from holds h where h.clinic_id = r.clinic_id and h.room_id = r.room_id)""", clinic.value(), room.value()) == 1;
    }

    private void archive(ClinicId clinic, RoomId room) {
        sql.update("""
                update rooms set archived = true, version = version + 1
                where clinic_id = ? and room_id = ? and not archived""", clinic.value(), room.value());
    }

    private static Room room(Row row) throws SQLException {
        return new Room(
                new RoomId(row.uuid("room_id")),
                new Plan(row.text("name"), row.text("kind"), row.flag("archived")),
                row.integer("version"));
    }
}
