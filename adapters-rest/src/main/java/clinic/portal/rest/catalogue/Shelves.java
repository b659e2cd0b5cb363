package clinic.portal.rest.catalogue;

import clinic.portal.core.catalogue.Removal;
import clinic.portal.core.catalogue.Shelf;
import clinic.portal.rest.api.model.RemovalOutcome;
import org.jspecify.annotations.Nullable;

/** What treatments, practitioners and rooms have in common over HTTP. */
final class Shelves {
    private Shelves() {}

    static Shelf shelf(@Nullable Boolean archived) {
        return Boolean.TRUE.equals(archived) ? Shelf.ARCHIVED : Shelf.CURRENT;
    }

    static RemovalOutcome toDto(Removal removal) {
        return switch (removal) {
            case DELETED -> RemovalOutcome.DELETED;
            case ARCHIVED -> RemovalOutcome.ARCHIVED;
        };
    }
}
