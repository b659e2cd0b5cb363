package clinic.portal.rest.shared;

/** A body that is not JSON at all: 400, where a body that breaks the contract is 422. */
final class MalformedBody extends RuntimeException {
    MalformedBody(String detail) {
        super(detail, null, false, false);
    }
}
