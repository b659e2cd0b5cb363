package clinic.portal.app.shared;

import clinic.portal.core.audit.Witness;
import clinic.portal.core.shared.Arrival;
import clinic.portal.core.shared.Busy;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Viewer;
import clinic.portal.persistence.shared.Outages;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * The one door to the database: begins a transaction, names its clinic to row-level security, calls the use case once,
 * commits. What lost a race against another transaction is done again from the start (SECURITY B33).
 *
 * <p>A use case called within another's transaction, as those are that must be done once and no more, becomes part of it.
 */
@Transacted
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
public class TransactionDoor {
    private static final int TRIES = 3;
    /** serialization_failure and deadlock_detected: nothing was done, and doing it again is right. */
    private static final Set<String> AGAIN = Set.of("40001", "40P01");

    private final EntityManager database;
    private final TransactionSynchronizationRegistry transactions;
    private final Witness witness;

    public TransactionDoor(EntityManager database, TransactionSynchronizationRegistry transactions, Witness witness) {
        this.database = database;
        this.transactions = transactions;
        this.witness = witness;
    }

    @AroundInvoke
    @Nullable
    Object call(InvocationContext useCase) throws Exception {
        ClinicId clinic = clinicOf(useCase);
        if (QuarkusTransaction.isActive()) {
            requireSame(clinic);
            return witnessed(useCase);
        }
        for (int tried = 1; ; tried++) {
            try {
                return QuarkusTransaction.requiringNew().call(() -> {
                    enter(clinic);
                    return witnessed(useCase);
                });
            } catch (RuntimeException failure) {
                if (!lostARace(failure)) {
                    throw Outages.isBehind(failure) ? Outages.busy(failure) : failure;
                }
                if (tried == TRIES) {
                    throw new Busy();
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(
                        ThreadLocalRandom.current().nextLong(5, 40)));
            }
        }
    }

    /** What staff and programs do is written down with it, or is not done. */
    private @Nullable Object witnessed(InvocationContext useCase) throws Exception {
        Object result = useCase.proceed();
        Object caller = result instanceof Arrival in ? in.arrived() : useCase.getParameters()[0];
        if (caller instanceof Viewer.Staff viewer) {
            witness.saw(viewer, result);
        }
        return result;
    }

    /** Local to the transaction, so that the pooled connection carries nothing over to its next user (SECURITY T25). */
    private void enter(ClinicId clinic) {
        transactions.putResource(TransactionDoor.class, clinic);
        database.unwrap(Session.class).doWork(connection -> {
            try (var statement = connection.prepareStatement("select set_config('app.clinic', ?, true)")) {
                statement.setString(1, clinic.value().toString());
                statement.execute();
            }
        });
    }

    private void requireSame(ClinicId clinic) {
        if (!clinic.equals(transactions.getResource(TransactionDoor.class))) {
            throw new IllegalStateException("One transaction is of one clinic");
        }
    }

    private static ClinicId clinicOf(InvocationContext useCase) {
        Object[] arguments = useCase.getParameters();
        return switch (arguments.length == 0 ? null : arguments[0]) {
            case ClinicId clinic -> clinic;
            case Viewer viewer -> viewer.clinic();
            case null, default ->
                throw new IllegalStateException(
                        useCase.getMethod() + " must take a ClinicId or a Viewer as its first argument");
        };
    }

    private static boolean lostARace(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && AGAIN.contains(String.valueOf(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }
}
