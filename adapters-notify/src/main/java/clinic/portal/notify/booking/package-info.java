/** Appointments as calendar files. */
@NullMarked
package clinic.portal.notify.booking;

import org.jspecify.annotations.NullMarked;
