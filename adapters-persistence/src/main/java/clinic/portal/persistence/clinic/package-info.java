@NullMarked
package clinic.portal.persistence.clinic;

import org.jspecify.annotations.NullMarked;
