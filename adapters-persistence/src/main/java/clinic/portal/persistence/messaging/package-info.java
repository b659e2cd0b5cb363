@NullMarked
package clinic.portal.persistence.messaging;

import org.jspecify.annotations.NullMarked;
