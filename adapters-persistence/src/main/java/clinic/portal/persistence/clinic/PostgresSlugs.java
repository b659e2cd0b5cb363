package clinic.portal.persistence.clinic;

import clinic.portal.core.clinic.Slug;
import clinic.portal.core.clinic.Slugs;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;

@Singleton
public class PostgresSlugs implements Slugs {
    private final Sql sql;

    public PostgresSlugs(Sql sql) {
        this.sql = sql;
    }

    /** The insert waits for whoever is about to take the same slug, and then finds it taken. */
    @Override
    public boolean take(ClinicId clinic, Slug slug) {
        sql.update("""
                insert into clinic_slugs (slug, clinic_id, retired_at) values (?, ?, clock_timestamp())
                on conflict (slug) do nothing""", slug.value(), clinic.value());
        if (!isTheirs(clinic, slug)) {
            return false;
        }
        sql.update(
                "update clinic_slugs set retired_at = clock_timestamp() where clinic_id = ? and retired_at is null",
                clinic.value());
        sql.update(
                "update clinic_slugs set retired_at = null where clinic_id = ? and slug = ?",
                clinic.value(),
                slug.value());
        return true;
    }

    @Override
    public Set<Slug> retired(ClinicId clinic) {
        return Set.copyOf(sql.list(
                row -> new Slug(row.text("slug")),
                "select slug from clinic_slugs where clinic_id = ? and retired_at is not null",
                clinic.value()));
    }

    @Override
    public int forget(ClinicId clinic, Duration age) {
        return sql.update(
                "delete from clinic_slugs where clinic_id = ? and retired_at < clock_timestamp() - ?::interval",
                clinic.value(),
                age);
    }

    private boolean isTheirs(ClinicId clinic, Slug slug) {
        return sql.first(
                        row -> true,
                        "select slug from clinic_slugs where slug = ? and clinic_id = ?",
                        slug.value(),
                        clinic.value())
                .isPresent();
    }
}
