package clinic.portal.app.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.time.Duration;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * Puts the wall clock of one process wrong, and of that process alone: whatever its classes read from it, in whichever
 * library, has a constant added. The counter behind {@link System#nanoTime} stays right, as it would.
 */
public final class BookingClockAgent implements ClassFileTransformer {
    private static final String MILLIS = "currentTimeMillis";
    /** What {@link java.time.Clock} reads: nanoseconds from a second it names. */
    private static final String NANOS = "getNanoTimeAdjustment";

    private final Duration off;

    private BookingClockAgent(Duration off) {
        this.off = off;
    }

    /** @return the virtual machine's option that does it */
    static String option(Duration off) {
        try {
            Path jar = Files.createTempFile("wrong-clock", ".jar");
            var manifest = new Manifest();
            manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
            manifest.getMainAttributes().putValue("Premain-Class", BookingClockAgent.class.getName());
            manifest.getMainAttributes().putValue("Can-Retransform-Classes", "true");
            String entry = BookingClockAgent.class.getName().replace('.', '/') + ".class";
            try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                    var in = BookingClockAgent.class.getResourceAsStream("/" + entry)) {
                out.putNextEntry(new JarEntry(entry));
                in.transferTo(out);
            }
            return "-javaagent:" + jar + "=" + off;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public static void premain(String off, Instrumentation machine) throws UnmodifiableClassException {
        machine.addTransformer(new BookingClockAgent(Duration.parse(off)), true);
        for (Class<?> loaded : machine.getAllLoadedClasses()) {
            if (machine.isModifiableClass(loaded) && !loaded.isArray()) {
                machine.retransformClasses(loaded);
            }
        }
    }

    @Override
    public byte[] transform(
            ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (!text.contains(MILLIS) && !text.contains(NANOS)) {
            return null;
        }
        try {
            var files = loader == null
                    ? ClassFile.of()
                    : ClassFile.of(ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(loader)
                            .orElse(ClassHierarchyResolver.defaultResolver())));
            return files.transformClass(
                    files.parse(bytes),
                    ClassTransform.transformingMethodBodies(
                            method -> method.code().stream()
                                    .flatMap(code -> code.elementStream())
                                    .anyMatch(element -> unit(element) != 0),
                            this::shift));
        } catch (RuntimeException unreadable) {
            System.err.println("The clock stays right in " + name + ": " + unreadable);
            return null;
        }
    }

    private void shift(CodeBuilder code, CodeElement element) {
        code.with(element);
        long unit = unit(element);
        if (unit != 0) {
            code.loadConstant(off.toNanos() / unit).ladd();
        }
    }

    /** How many nanoseconds one of what it reads from the wall clock is; 0 where it reads something else. */
    private static long unit(CodeElement element) {
        if (!(element instanceof InvokeInstruction call)) {
            return 0;
        }
        String called = call.owner().asInternalName() + "." + call.name().stringValue();
        return switch (called) {
            case "java/lang/System." + MILLIS -> 1_000_000;
            case "jdk/internal/misc/VM." + NANOS -> 1;
            default -> 0;
        };
    }
}
