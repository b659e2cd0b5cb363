package clinic.portal.core.login;

/**
 * How many links were made lately, by the database's clock.
 *
 * @param lastMinute for this identifier within 60 seconds
 * @param lastHour for this identifier within 60 minutes
 * @param smsLastDay by SMS for the whole clinic within 24 hours
 */
public record LinkHistory(int lastMinute, int lastHour, int smsLastDay) {}
