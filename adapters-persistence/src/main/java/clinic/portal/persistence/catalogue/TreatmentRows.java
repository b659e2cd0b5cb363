package clinic.portal.persistence.catalogue;

import clinic.portal.core.catalogue.PractitionerId;
import clinic.portal.core.catalogue.Treatment;
import clinic.portal.core.catalogue.Treatment.Plan;
import clinic.portal.core.catalogue.TreatmentId;
import clinic.portal.core.shared.Money;
import clinic.portal.persistence.shared.Row;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Currency;
import java.util.stream.Collectors;

/** How treatments are read: the columns of their table, the clinic's currency, {@code practitioner_ids}. */
public final class TreatmentRows {
    private TreatmentRows() {}

    public static Treatment read(Row row) throws SQLException {
        Integer grid = row.integerOrNull("grid_minutes");
        var before = row.uuidOrNull("only_after");
        var plan = new Plan(
                row.text("name"),
                row.textOrNull("description"),
                row.textOrNull("category"),
                Duration.ofMinutes(row.integer("minutes")),
                Duration.ofMinutes(row.integer("buffer_before_minutes")),
                Duration.ofMinutes(row.integer("buffer_after_minutes")),
                new Money(row.number("price_minor"), Currency.getInstance(row.text("currency"))),
                row.flag("online"),
                row.uuids("practitioner_ids").stream().map(PractitionerId::new).collect(Collectors.toUnmodifiableSet()),
                row.textOrNull("room_kind"),
                grid == null ? null : Duration.ofMinutes(grid),
                row.integerOrNull("minimum_interval_days"),
                before == null ? null : new TreatmentId(before),
                row.flag("archived"));
        return new Treatment(new TreatmentId(row.uuid("treatment_id")), plan, row.integer("version"));
    }
}
