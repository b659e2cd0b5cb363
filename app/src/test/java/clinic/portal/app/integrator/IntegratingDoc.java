package clinic.portal.app.integrator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** docs/integrating.md, by its blocks of code. */
final class IntegratingDoc {
    private static final Path ROOT = Path.of("..");
    private static final Pattern BLOCK =
            Pattern.compile("^(?:<!-- ([^>]*) -->\n)?```([a-z]+)\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

    private IntegratingDoc() {}

    /** @param source what the comment above it says: the file and region it is from, or how it is tested */
    record Block(String source, String language, String text) {}

    static List<Block> blocks() {
        return BLOCK.matcher(read("docs/integrating.md"))
                .results()
                .map(IntegratingDoc::block)
                .toList();
    }

    /** The only block of its language. */
    static Block block(String language) {
        List<Block> found = blocks().stream()
                .filter(block -> block.language().equals(language))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError("Not one block of " + language + " but " + found.size());
        }
        return found.getFirst();
    }

    /** What is to be pasted into a shell, one after the other. */
    static String transcript() {
        return blocks().stream()
                .filter(block -> block.source().equals("transcript"))
                .map(Block::text)
                .collect(Collectors.joining("\n"));
    }

    static String read(String file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Block block(MatchResult found) {
        return new Block(found.group(1) == null ? "" : found.group(1), found.group(2), found.group(3));
    }
}
