package clinic.portal.persistence.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Many callers that begin together. */
public final class AtOnce {
    private AtOnce() {}

    /** What came of each; what it failed with, where it did. */
    public static List<Object> call(int callers, IntFunction<Object> call) throws InterruptedException {
        var start = new CountDownLatch(1);
        var running = new ArrayList<Future<Object>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int caller = 0; caller < callers; caller++) {
                int number = caller;
                running.add(threads.submit(() -> {
                    start.await();
                    return call.apply(number);
                }));
            }
            start.countDown();
        }
        var all = new ArrayList<>();
        for (var one : running) {
            try {
                all.add(one.get());
            } catch (ExecutionException e) {
                all.add(e.getCause());
            }
        }
        return all;
    }
}
