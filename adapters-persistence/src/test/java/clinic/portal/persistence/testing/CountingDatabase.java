package clinic.portal.persistence.testing;

import io.agroal.api.AgroalDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicInteger;

/** The database, with a count of the statements prepared on it. */
public final class CountingDatabase {
    private final AtomicInteger statements = new AtomicInteger();
    private final AgroalDataSource counted;

    public CountingDatabase(AgroalDataSource database) {
        this.counted = standIn(AgroalDataSource.class, database);
    }

    public AgroalDataSource counted() {
        return counted;
    }

    /** How many since the last asking. */
    public int statements() {
        return statements.getAndSet(0);
    }

    private <T> T standIn(Class<T> type, T real) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            try {
                if (method.getName().startsWith("prepare") || method.getName().equals("createStatement")) {
                    statements.incrementAndGet();
                }
                Object answer = method.invoke(real, args);
                return answer instanceof Connection connection ? standIn(Connection.class, connection) : answer;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}
