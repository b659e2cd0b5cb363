package clinic.portal.rest.shared;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may call an operation. The generator writes it onto every method from the operation's {@code security} in
 * {@code openapi.yaml}, so that the contract is the only place where it is said.
 *
 * <p>A method that handles a request without carrying this is a mistake, and must be refused.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Access {
    /** The names of the contract's security schemes, any one of which lets the caller in. Empty: open to anybody. */
    String[] value();
}
