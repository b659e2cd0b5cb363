@NullMarked
package clinic.portal.persistence.client;

import org.jspecify.annotations.NullMarked;
