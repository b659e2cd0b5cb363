package clinic.portal.core.voucher;

import java.util.UUID;

public record VoucherId(UUID value) {}
