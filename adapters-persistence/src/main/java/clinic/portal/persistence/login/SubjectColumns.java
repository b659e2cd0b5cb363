package clinic.portal.persistence.login;

import clinic.portal.core.login.Subject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A subject as two columns, of which one is filled. */
record SubjectColumns(@Nullable UUID client, @Nullable UUID staff, UUID id) {
    static SubjectColumns of(Subject subject) {
        return switch (subject) {
            case Subject.OfClient client ->
                new SubjectColumns(client.id().value(), null, client.id().value());
            case Subject.OfStaff member ->
                new SubjectColumns(null, member.id().value(), member.id().value());
        };
    }
}
