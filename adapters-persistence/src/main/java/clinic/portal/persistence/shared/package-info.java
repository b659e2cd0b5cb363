@NullMarked
package clinic.portal.persistence.shared;

import org.jspecify.annotations.NullMarked;
