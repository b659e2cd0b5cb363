package clinic.portal.core.shared;

/** What a use case gives back that lets somebody in: until then there was nobody who could have called. */
public interface Arrival {
    Viewer arrived();
}
