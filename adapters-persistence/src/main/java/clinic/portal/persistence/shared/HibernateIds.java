package clinic.portal.persistence.shared;

import clinic.portal.core.shared.Ids;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

@Singleton
public class HibernateIds implements Ids {
    @Override
    @SuppressWarnings("NullAway") // The strategy takes a session by contract and never looks at it.
    public UUID next() {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }

    @Override
    public UUID unguessable() {
        return UUID.randomUUID();
    }
}
