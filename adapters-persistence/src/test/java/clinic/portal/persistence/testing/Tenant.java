package clinic.portal.persistence.testing;

import clinic.portal.core.login.LinkRequest;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Viewer;
import clinic.portal.persistence.shared.Sql;
import io.quarkus.arc.Unremovable;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;

/** Opens transactions as the application does: one clinic, set for the transaction only. */
@Singleton
@Unremovable
public class Tenant {
    private final Sql sql;

    public Tenant(Sql sql) {
        this.sql = sql;
    }

    public <T> T in(ClinicId clinic, Supplier<T> work) {
        return QuarkusTransaction.requiringNew().call(() -> {
            sql.list(
                    row -> true,
                    "select set_config('app.clinic', ?, true)",
                    clinic.value().toString());
            return work.get();
        });
    }

    public void run(ClinicId clinic, Runnable work) {
        in(clinic, () -> {
            work.run();
            return true;
        });
    }

    /** The same port with a transaction round each call, of the clinic that the call's first argument names. */
    public <T> T each(Class<T> port, T real) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(),
                new Class<?>[] {port},
                (proxy, method, args) -> in(clinicOf(args[0]), () -> {
                    try {
                        return method.invoke(real, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
                    } catch (IllegalAccessException e) {
                        throw new IllegalStateException(e);
                    }
                })));
    }

    private static ClinicId clinicOf(Object first) {
        return switch (first) {
            case ClinicId clinic -> clinic;
            case Viewer viewer -> viewer.clinic();
            case LinkRequest request -> request.clinic();
            default -> throw new IllegalArgumentException("No clinic comes first");
        };
    }
}
