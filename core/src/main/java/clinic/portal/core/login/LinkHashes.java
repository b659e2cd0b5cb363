package clinic.portal.core.login;

/**
 * What the database knows a link by.
 *
 * @param token SHA-256 of the raw token
 * @param code keyed digest of the six digits, clinic and identifier: a plain hash of six digits hides nothing
 */
public record LinkHashes(byte[] token, byte[] code) {}
