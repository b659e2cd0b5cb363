@NullMarked
package clinic.portal.persistence.packages;

import org.jspecify.annotations.NullMarked;
