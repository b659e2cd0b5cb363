package clinic.portal.persistence.shared;

import clinic.portal.core.shared.Cursor;
import clinic.portal.core.shared.PageRequest;
import java.time.Instant;
import java.util.UUID;

/** Where a page begins, so that the first page and all others are one and the same statement. */
public final class Paging {
    private static final UUID LEAST = new UUID(0, 0);
    private static final UUID GREATEST = new UUID(-1, -1);
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T23:59:59Z");

    private Paging() {}

    /** For lists with the earliest first, of which nothing before {@code earliest} is wanted. */
    public static Cursor after(PageRequest page, Instant earliest) {
        Cursor after = page.after();
        return after == null ? new Cursor(earliest, LEAST) : after;
    }

    /** For lists with the latest first. */
    public static Cursor before(PageRequest page) {
        Cursor after = page.after();
        return after == null ? new Cursor(END_OF_TIME, GREATEST) : after;
    }

    /** For lists by name. */
    public static Cursor byName(PageRequest page) {
        Cursor after = page.after();
        return after == null ? new Cursor("", LEAST) : after;
    }

    /** One more than is shown, to see whether more follow. */
    public static int rows(PageRequest page) {
        return page.limit() + 1;
    }
}
