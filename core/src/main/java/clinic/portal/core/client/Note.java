package clinic.portal.core.client;

import clinic.portal.core.shared.Cursor;
import clinic.portal.core.shared.Viewer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the staff have written about a client, for themselves.
 *
 * @param zone the clinic's
 */
public record Note(NoteId id, String text, Author author, Instant writtenAt, ZoneId zone) {

    /** @param name absent for a program, and for whoever is no longer known */
    public record Author(Kind kind, UUID id, @Nullable String name) {
        static Author of(Viewer.Staff viewer) {
            return new Author(
                    switch (viewer) {
                        case Viewer.Member member -> Kind.STAFF;
                        case Viewer.Integrator program -> Kind.KEY;
                    },
                    viewer.id(),
                    null);
        }
    }

    public enum Kind {
        STAFF,
        KEY
    }

    public Cursor cursor() {
        return new Cursor(writtenAt, id.value());
    }

    /** Says nothing: it is personal (SECURITY P50). */
    @Override
    public String toString() {
        return "Note[" + id.value() + "]";
    }
}
