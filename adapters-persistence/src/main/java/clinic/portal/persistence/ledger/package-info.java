@NullMarked
package clinic.portal.persistence.ledger;

import org.jspecify.annotations.NullMarked;
