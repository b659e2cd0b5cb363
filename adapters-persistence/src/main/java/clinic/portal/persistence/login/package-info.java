@NullMarked
package clinic.portal.persistence.login;

import org.jspecify.annotations.NullMarked;
