// Tells whether a running copy holds the lock file: exit code 10 if so, 0 if it is free.
// In Java, because the app locks through Java, and the shell's flock does not see that kind of lock.
//
//     java scripts/IsLocked.java <lock file>

import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;

void main(String[] args) throws IOException {
    Path file = Path.of(args[0]);
    if (!Files.exists(file)) {
        return;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
            var lock = channel.tryLock()) {
        if (lock == null) {
            System.exit(10);
        }
    }
}
