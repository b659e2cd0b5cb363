package clinic.portal.core.contracts;

import clinic.portal.core.shared.Cursor;
import clinic.portal.core.shared.Page;
import clinic.portal.core.shared.PageRequest;
import clinic.portal.core.shared.Viewer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the contracts about a client's own things stand on. All clinics here are in London and reckon in pounds. */
public abstract class ClientDataSetting {
    protected abstract Viewer.Client viewer();

    /** Another client of the same clinic. */
    protected abstract Viewer.Client neighbour();

    /** A client of another clinic. */
    protected abstract Viewer.Client stranger();

    /** All pages one after the other, {@code limit} rows each. */
    public static <T> List<T> walk(int limit, Function<PageRequest, Page<T>> read) {
        var all = new ArrayList<T>();
        @Nullable Cursor after = null;
        do {
            var page = read.apply(new PageRequest(limit, after));
            all.addAll(page.items());
            after = page.next();
        } while (after != null);
        return all;
    }
}
