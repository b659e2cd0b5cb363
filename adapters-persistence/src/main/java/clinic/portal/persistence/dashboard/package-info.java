@NullMarked
package clinic.portal.persistence.dashboard;

import org.jspecify.annotations.NullMarked;
