package clinic.portal.core.catalogue;

/** What became of something that was to be taken out of the catalogue. */
public enum Removal {
    DELETED,
    /** Something refers to it: an appointment, a package, a treatment. */
    ARCHIVED
}
