/** The channels out: mail and SMS, real and for the demo. */
@NullMarked
package clinic.portal.notify.messaging;

import org.jspecify.annotations.NullMarked;
