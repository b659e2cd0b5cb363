@NullMarked
package clinic.portal.persistence.audit;

import org.jspecify.annotations.NullMarked;
