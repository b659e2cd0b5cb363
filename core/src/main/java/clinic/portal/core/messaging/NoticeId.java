package clinic.portal.core.messaging;

import java.util.UUID;

public record NoticeId(UUID value) {}
