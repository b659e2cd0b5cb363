/**
 * Every outbound port in memory, for tests here and in the adapters. Each keeps to its port's words; those with rules of
 * their own pass the same contracts (package {@code contracts}) as the real ones.
 */
package clinic.portal.core.fakes;
