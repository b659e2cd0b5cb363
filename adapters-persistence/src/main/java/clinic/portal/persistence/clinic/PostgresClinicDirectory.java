package clinic.portal.persistence.clinic;

import clinic.portal.core.clinic.ClinicDirectory;
import clinic.portal.core.clinic.Slug;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.persistence.shared.Sql;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Remembers for five seconds whose a slug is: it is asked with every request of a portal's front. Slugs that nobody has
 * are not remembered, so that guessing at them takes no memory and a new clinic is there at once. One given up a moment
 * ago goes on as its clinic's for as long, instead of leading to the new one; nobody else can have it meanwhile.
 */
@Singleton
public class PostgresClinicDirectory implements ClinicDirectory {
    private final Sql sql;
    private final Cache<Slug, ClinicId> known = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(Duration.ofSeconds(5))
            .build();

    public PostgresClinicDirectory(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<ClinicId> find(Slug slug) {
        // Not computed inside the cache: that would hold one of its locks while waiting for the database.
        ClinicId remembered = known.getIfPresent(slug);
        if (remembered != null) {
            return Optional.of(remembered);
        }
        var found = sql.first(
                row -> new ClinicId(row.uuid("clinic_id")),
                "select clinic_id from clinic_slugs where slug = ? and retired_at is null",
                slug.value());
        found.ifPresent(clinic -> known.put(slug, clinic));
        return found;
    }

    @Override
    public Optional<ClinicId> formerly(Slug slug, Duration lately) {
        return sql.first(
                row -> new ClinicId(row.uuid("clinic_id")),
                "select clinic_id from clinic_slugs where slug = ? and retired_at > clock_timestamp() - ?::interval",
                slug.value(),
                lately);
    }

    @Override
    public List<ClinicId> all() {
        return sql.list(
                row -> new ClinicId(row.uuid("clinic_id")),
                "select clinic_id from clinic_slugs where retired_at is null order by clinic_id");
    }
}
