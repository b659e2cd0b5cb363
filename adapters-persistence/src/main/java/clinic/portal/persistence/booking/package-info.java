@NullMarked
package clinic.portal.persistence.booking;

import org.jspecify.annotations.NullMarked;
