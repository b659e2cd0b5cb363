package clinic.portal.core.catalogue;

import clinic.portal.core.shared.Cursor;
import clinic.portal.core.shared.Traced;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who treats clients. */
public record Practitioner(PractitionerId id, Plan plan, int version) implements Traced {
    @Override
    public UUID trace() {
        return id.value();
    }

    /** @param title shown beside the name, such as "Nurse prescriber" */
    public record Plan(String name, @Nullable String title, boolean archived) {}

    public Cursor cursor() {
        return new Cursor(plan.name, id.value());
    }
}
