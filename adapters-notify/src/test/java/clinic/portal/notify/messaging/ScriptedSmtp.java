package clinic.portal.notify.messaging;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** An SMTP server that answers as it is told: also wrongly, never, or by hanging up (SECURITY H45). */
final class ScriptedSmtp implements AutoCloseable {
    static final String SILENCE = "silence";
    static final String HANG_UP = "hang up";
    /** The moments that are no command. */
    static final String GREETING = "greeting";

    static final String END_OF_MAIL = ".";

    private final ServerSocket server;
    private final Map<String, String> answers = new ConcurrentHashMap<>(Map.of(
            GREETING,
            "220 scripted",
            "EHLO",
            "250 scripted",
            "MAIL",
            "250 ok",
            "RCPT",
            "250 ok",
            "DATA",
            "354 go on",
            END_OF_MAIL,
            "250 accepted",
            "QUIT",
            "221 bye"));
    private final List<String> mails = new CopyOnWriteArrayList<>();
    private final List<Socket> callers = new CopyOnWriteArrayList<>();

    ScriptedSmtp() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::welcome);
    }

    int port() {
        return server.getLocalPort();
    }

    ScriptedSmtp answering(String at, String answer) {
        answers.put(at, answer);
        return this;
    }

    List<String> mails() {
        return List.copyOf(mails);
    }

    private void welcome() {
        try {
            while (true) {
                var caller = server.accept();
                callers.add(caller);
                Thread.ofVirtual().start(() -> talk(caller));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void talk(Socket caller) {
        try (caller) {
            var in = new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
            boolean goesOn = answer(GREETING, caller.getOutputStream());
            String line = "";
            while (goesOn && (line = in.readLine()) != null) {
                String verb = line.split(" ", 2)[0];
                goesOn = answer(verb, caller.getOutputStream());
                if (goesOn && verb.equals("DATA") && answers.get("DATA").startsWith("354")) {
                    mails.add(readMail(in));
                    goesOn = answer(END_OF_MAIL, caller.getOutputStream());
                }
            }
        } catch (IOException gone) {
            // The caller went away, or the test is over.
        }
    }

    private static String readMail(BufferedReader in) throws IOException {
        var lines = new ArrayList<String>();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            lines.add(line);
        }
        return String.join("\n", lines);
    }

    private boolean answer(String at, OutputStream out) throws IOException {
        String answer = answers.getOrDefault(at, "502 what?");
        if (answer.equals(HANG_UP)) {
            return false;
        }
        if (!answer.equals(SILENCE)) {
            out.write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (var caller : callers) {
            caller.close();
        }
    }
}
