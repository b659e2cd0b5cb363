package clinic.portal.rest.stage;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Calls that no decent HTTP client would make, byte for byte. */
public final class Wire {
    private Wire() {}

    public record Answer(int status, List<String> headers, String body) {
        public String header(String name) {
            String start = name.toLowerCase(Locale.ROOT) + ":";
            return headers.stream()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                    .map(line -> line.substring(start.length()).strip())
                    .findFirst()
                    .orElse("");
        }
    }

    /** @param head request line and headers, without Host, Connection and Content-Length */
    public static Answer call(String head, byte[] body) {
        String lines = head.stripTrailing().replace("\n", "\r\n") + "\r\nHost: localhost\r\nConnection: close\r\n";
        boolean counted = !lines.toLowerCase(Locale.ROOT).contains("transfer-encoding")
                && !lines.toLowerCase(Locale.ROOT).contains("content-length");
        String length = counted ? "Content-Length: " + body.length + "\r\n" : "";
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes((lines + length + "\r\n").getBytes(ISO_8859_1));
        bytes.writeBytes(body);
        return send(bytes.toByteArray());
    }

    public static Answer call(String head) {
        return call(head, new byte[0]);
    }

    private static Answer send(byte[] request) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.setSoTimeout(10_000);
            try {
                socket.getOutputStream().write(request);
                socket.getOutputStream().flush();
            } catch (SocketException refusedBeforeTheEnd) {
                // The answer may be there all the same.
            }
            return read(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer read(Socket socket) throws IOException {
        var bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        try {
            for (int n = socket.getInputStream().read(buffer);
                    n >= 0;
                    n = socket.getInputStream().read(buffer)) {
                bytes.write(buffer, 0, n);
            }
        } catch (SocketException hungUp) {
            // What came before counts.
        }
        String text = bytes.toString(java.nio.charset.StandardCharsets.UTF_8);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            throw new IOException("No answer, but: " + text);
        }
        var lines = text.substring(0, end).split("\r\n");
        return new Answer(
                Integer.parseInt(lines[0].split(" ")[1]),
                Stream.of(lines).skip(1).toList(),
                text.substring(end + 4));
    }
}
