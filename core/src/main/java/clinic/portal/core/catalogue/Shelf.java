package clinic.portal.core.catalogue;

/** Which part of the catalogue is looked at. */
public enum Shelf {
    /** What is offered; of treatments, only what clients can book themselves. */
    PUBLIC,
    /** All that is in use. */
    CURRENT,
    ARCHIVED
}
