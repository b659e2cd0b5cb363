@NullMarked
package clinic.portal.persistence.calendar;

import org.jspecify.annotations.NullMarked;
