package clinic.portal.app.staff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** docs/roles.md as people read it. */
final class RolesTable {
    private static final Path FILE = Path.of("..", "docs", "roles.md");
    private static final String NO = "–";

    /** @param scope empty where no API key will do */
    record Line(String operation, String scope, Set<String> roles) {}

    private RolesTable() {}

    static List<Line> lines() {
        try (var text = Files.lines(FILE)) {
            List<List<String>> rows = text.filter(line -> line.startsWith("|"))
                    .map(line -> List.of(line.substring(1).split("\\|")))
                    .map(cells -> cells.stream().map(String::strip).toList())
                    .toList();
            var head = rows.getFirst();
            return rows.subList(2, rows.size()).stream()
                    .map(cells -> line(head, cells))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Line line(List<String> head, List<String> cells) {
        var roles = new HashSet<String>();
        for (int column = 2; column < head.size(); column++) {
            switch (cells.get(column)) {
                case "yes" -> roles.add(head.get(column));
                case NO -> {}
                default -> throw new IllegalStateException("Neither yes nor – in the line of " + cells.getFirst());
            }
        }
        return new Line(cells.getFirst(), cells.get(1).equals(NO) ? "" : cells.get(1), roles);
    }
}
