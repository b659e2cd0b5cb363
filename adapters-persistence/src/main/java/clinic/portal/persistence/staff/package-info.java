@NullMarked
package clinic.portal.persistence.staff;

import org.jspecify.annotations.NullMarked;
