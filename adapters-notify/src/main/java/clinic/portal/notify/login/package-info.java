/** Words of login messages, and the count of those held back. */
@NullMarked
package clinic.portal.notify.login;

import org.jspecify.annotations.NullMarked;
