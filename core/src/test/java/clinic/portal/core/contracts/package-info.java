/**
 * What every implementation of a port must do, run against the fakes here and against PostgreSQL in its own module. A
 * subclass hands over the store and moves time; each of its calls is a transaction of its own. Clinics handed over
 * are empty at the start of each test. Durations leave a margin of seconds, for a real clock goes on in between.
 */
package clinic.portal.core.contracts;
