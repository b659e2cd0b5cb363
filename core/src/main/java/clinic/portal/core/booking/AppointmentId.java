package clinic.portal.core.booking;

import java.util.UUID;

public record AppointmentId(UUID value) {}
