/** What the words of every message need. */
@NullMarked
package clinic.portal.notify.shared;

import org.jspecify.annotations.NullMarked;
