@NullMarked
package clinic.portal.persistence.catalogue;

import org.jspecify.annotations.NullMarked;
