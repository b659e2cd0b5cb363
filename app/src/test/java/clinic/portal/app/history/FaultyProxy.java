package clinic.portal.app.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A wire to a server on this machine that can be made to fail while it is in use (SECURITY H45). What is held back in
 * between is not lost: it arrives late, as a network's own retries would have it, or dies with a reset.
 */
public final class FaultyProxy implements AutoCloseable {
    private static final int CHUNK = 16_384;

    private final ServerSocket door;
    private final int target;
    private final ConcurrentHashMap.KeySetView<Wire, Boolean> wires = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    /** How long each piece is held back. */
    private Duration delay = Duration.ZERO;
    /** Counts the changes of {@link #delay}: what is held back goes by the new one at once. */
    private int change;

    private int held;

    /** Both ends of one connection. */
    private record Wire(Socket near, Socket far) {
        List<Socket> ends() {
            return List.of(near, far);
        }
    }

    private FaultyProxy(ServerSocket door, int target) {
        this.door = door;
        this.target = target;
    }

    /** @param port of the server that is meant */
    public static FaultyProxy to(int port) {
        try {
            var proxy = new FaultyProxy(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()), port);
            Thread.ofVirtual().name("proxy").start(proxy::accept);
            return proxy;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public int port() {
        return door.getLocalPort();
    }

    /** Everything gets through again, what was held back first. */
    public void pass() {
        hold(Duration.ZERO);
    }

    /** Holds back every piece for so long, in both directions. */
    public void delay(Duration each) {
        hold(each);
    }

    /** A black hole: connections open and stay, and nothing comes through. */
    public void swallow() {
        hold(Duration.ofDays(1));
    }

    /** Breaks all connections there are, the rude way (RST): what was held back in them is lost. */
    public void reset() {
        wires.forEach(FaultyProxy::tear);
        wires.clear();
    }

    /** Tells the server's end that nothing more will come, and goes on carrying its answers. */
    public void halfClose() {
        wires.forEach(wire -> {
            try {
                wire.far().shutdownOutput();
            } catch (IOException gone) {
                tear(wire);
            }
        });
    }

    /** How many pieces are being held back just now. */
    public int held() {
        lock.lock();
        try {
            return held;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        reset();
        pass();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket near = door.accept();
                open(near);
            } catch (IOException closed) {
                // Either the door is closed, or this one caller went away again.
            }
        }
    }

    private void open(Socket near) throws IOException {
        Socket far;
        try {
            far = connect();
        } catch (IOException nobodyThere) {
            near.setSoLinger(true, 0);
            near.close();
            return;
        }
        near.setTcpNoDelay(true);
        far.setTcpNoDelay(true);
        var wire = new Wire(near, far);
        wires.add(wire);
        Thread.ofVirtual().name("proxy out").start(() -> carry(wire, near, far));
        Thread.ofVirtual().name("proxy back").start(() -> carry(wire, far, near));
    }

    /** A port that nobody listens at may be given to the very socket that calls it, which then talks to itself. */
    private Socket connect() throws IOException {
        var far = new Socket(InetAddress.getLoopbackAddress(), target);
        if (far.getLocalPort() == target) {
            far.close();
            throw new ConnectException("Nobody listens at " + target);
        }
        return far;
    }

    private void carry(Wire wire, Socket from, Socket to) {
        var piece = new byte[CHUNK];
        try {
            for (int length = from.getInputStream().read(piece);
                    length >= 0;
                    length = from.getInputStream().read(piece)) {
                holdBack();
                to.getOutputStream().write(piece, 0, length);
            }
            holdBack();
            to.shutdownOutput();
            if (from.isOutputShutdown()) {
                tear(wire);
            }
        } catch (IOException broken) {
            tear(wire);
        }
    }

    private void hold(Duration each) {
        lock.lock();
        try {
            delay = each;
            change++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void holdBack() {
        lock.lock();
        held++;
        try {
            int seen = change;
            long left = delay.toNanos();
            while (left > 0) {
                left = changed.awaitNanos(left);
                if (seen != change) {
                    seen = change;
                    left = delay.toNanos();
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } finally {
            held--;
            lock.unlock();
        }
    }

    private static void tear(Wire wire) {
        for (Socket end : wire.ends()) {
            try {
                end.setSoLinger(true, 0);
                end.close();
            } catch (IOException gone) {
                // As was wanted.
            }
        }
    }
}
