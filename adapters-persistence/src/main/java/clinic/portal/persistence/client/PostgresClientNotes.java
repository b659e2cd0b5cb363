package clinic.portal.persistence.client;

import clinic.portal.core.client.ClientNotes;
import clinic.portal.core.client.Note;
import clinic.portal.core.client.Note.Author;
import clinic.portal.core.client.NoteId;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Page;
import clinic.portal.core.shared.PageRequest;
import clinic.portal.persistence.shared.Paging;
import clinic.portal.persistence.shared.Row;
import clinic.portal.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.ZoneId;

@Singleton
public class PostgresClientNotes implements ClientNotes {
    private static final String NOTES = """
            select n.note_id, n.text, n.written_at, n.author_kind, n.author_id, s.name as author_name, k.zone
            from client_notes n
            join clinics k on k.clinic_id = n.clinic_id
            left join staff s on n.author_kind = 'staff' and s.clinic_id = n.clinic_id and s.staff_id = n.author_id
            """;
    private static final String OF = NOTES + """
            where n.clinic_id = ? and n.client_id = ? and (n.written_at, n.note_id) < (?, ?)
            order by n.written_at desc, n.note_id desc limit ?""";
    private static final String ONE = NOTES + "where n.clinic_id = ? and n.note_id = ?";

    private final Sql sql;

    public PostgresClientNotes(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Page<Note> of(ClinicId clinic, ClientId client, PageRequest page) {
        var from = Paging.before(page);
        var rows = sql.list(
                PostgresClientNotes::note, OF, clinic.value(), client.value(), from.at(), from.id(), Paging.rows(page));
        return Page.cut(rows, page, Note::cursor);
    }

    @Override
    public Note add(ClinicId clinic, ClientId client, NoteId id, String text, Author author) {
        sql.update("""
                insert into client_notes (clinic_id, note_id, client_id, text, author_kind, author_id)
                values (?, ?, ?, ?, ?, ?)""", clinic.value(), id.value(), client.value(), text, author.kind(), author.id());
        return sql.first(PostgresClientNotes::note, ONE, clinic.value(), id.value())
                .orElseThrow();
    }

    @Override
    public boolean remove(ClinicId clinic, ClientId client, NoteId id) {
        return sql.update(
                        "delete from client_notes where clinic_id = ? and client_id = ? and note_id = ?",
                        clinic.value(),
                        client.value(),
                        id.value())
                == 1;
    }

    private static Note note(Row row) throws SQLException {
        return new Note(
                new NoteId(row.uuid("note_id")),
                row.text("text"),
                new Author(
                        row.oneOf(Note.Kind.class, "author_kind"),
                        row.uuid("author_id"),
                        row.textOrNull("author_name")),
                row.instant("written_at"),
                ZoneId.of(row.text("zone")));
    }
}
