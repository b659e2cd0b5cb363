// Puts a Maven distribution in place with nothing but the JDK: a machine without unzip, curl or
// sha256sum can still build. (mvnw without unzip takes the .tar.gz, which the zip's checksum refuses.)
//
//     java scripts/FetchMaven.java <https URL or file> <sha-256> <target folder>

import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.zip.ZipInputStream;

void main(String[] args) throws Exception {
    String source = args[0];
    Path target = Path.of(args[2]).toAbsolutePath();
    Files.createDirectories(target.getParent());
    Path work = Files.createTempDirectory(target.getParent(), "fetch-");
    int status = 0;
    try {
        Path zip = source.startsWith("https://") ? download(source, work.resolve("maven.zip")) : Path.of(source);
        byte[] bytes = Files.readAllBytes(zip);
        String found = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        if (!found.equals(args[1])) {
            throw new IOException("its SHA-256 is " + found + ", expected " + args[1]);
        }
        Path unpacked = unpack(bytes, work.resolve("unpacked"));
        // A rename, so that a run cut short never leaves half a Maven that looks whole.
        Files.move(unpacked, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failed) {
        // Another run may have been faster; its Maven is as good.
        if (!Files.isExecutable(target.resolve("bin/mvn"))) {
            System.err.println("Not from " + source + ": " + failed);
            status = 1;
        }
    } finally {
        try (Stream<Path> left = Files.walk(work)) {
            for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
    System.exit(status);
}

Path download(String url, Path to) throws Exception {
    HttpClient.Builder client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(Duration.ofSeconds(20));
    // The JDK does not read the variable that every other download tool does.
    String proxy = System.getenv().getOrDefault("https_proxy", System.getenv().getOrDefault("HTTPS_PROXY", ""));
    if (!proxy.isBlank()) {
        URI at = URI.create(proxy.contains("://") ? proxy : "http://" + proxy);
        int port = at.getPort() > 0 ? at.getPort() : 80;
        client.proxy(ProxySelector.of(InetSocketAddress.createUnresolved(at.getHost(), port)));
    }
    HttpRequest request = HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofMinutes(10)).build();
    int status = client.build().send(request, BodyHandlers.ofFile(to)).statusCode();
    if (status != 200) {
        throw new IOException(url + " answered " + status);
    }
    return to;
}

/** Returns the one folder at the archive's top. */
Path unpack(byte[] zip, Path into) throws IOException {
    Path top = null;
    try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
        for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
            Path file = into.resolve(entry.getName()).normalize();
            if (!file.startsWith(into)) {
                throw new IOException("The archive reaches outside its folder: " + entry.getName());
            }
            top = into.resolve(into.relativize(file).getName(0));
            if (entry.isDirectory()) {
                Files.createDirectories(file);
            } else {
                Files.createDirectories(file.getParent());
                Files.copy(entries, file);
                // A zip read as a stream loses its file modes.
                if (file.getFileName().toString().startsWith("mvn")) {
                    file.toFile().setExecutable(true, false);
                }
            }
        }
    }
    if (top == null) {
        throw new IOException("The archive is empty");
    }
    return top;
}
