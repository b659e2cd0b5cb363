package clinic.portal.core.shared;

import java.util.Map;

/** The API key is known; what it asks for is for members of staff in person. */
public final class MemberRequired extends Denied {
    public MemberRequired() {
        super("member_required", "This is for members of staff; no API key can do it.", Map.of());
    }
}
