@NullMarked
package clinic.portal.persistence.voucher;

import org.jspecify.annotations.NullMarked;
