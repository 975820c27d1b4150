import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.geometry.size.FloatSize;
import com.github.weisj.jsvg.parser.SVGLoader;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * The build step of the icons: renders the program's icon in all sizes, and collects the outlines of the marks, which
 * are painted as shapes at any size. Arguments: the folder of the sources and the folder of the results.
 */
final class RenderIcons {
    private static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 128, 256, 512);
    private static final Pattern OUTLINE = Pattern.compile("<path d=\"([^\"]+)\"/>");

    private RenderIcons() {}

    public static void main(String[] arguments) throws IOException {
        Path sources = Path.of(arguments[0]);
        Path results = Files.createDirectories(Path.of(arguments[1]));
        program(sources.resolve("program/innkeeper.svg"), results);
        TreeMap<String, String> outlines = new TreeMap<>();
        for (String group : List.of("os", "hypervisor")) {
            outlines(sources.resolve(group), group, outlines);
        }
        StringBuilder text = new StringBuilder();
        outlines.forEach((name, path) -> text.append(name).append('=').append(path).append('\n'));
        write(results.resolve("marks.properties"), text.toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void program(Path source, Path results) throws IOException {
        SVGDocument document = new SVGLoader().load(source.toUri().toURL());
        if (document == null) {
            throw new IOException(source + " is not SVG that can be rendered");
        }
        FloatSize box = document.size();
        for (int size : SIZES) {
            BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
            Graphics2D graphics = image.createGraphics();
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.scale(size / (double) box.width, size / (double) box.height);
            document.render(null, graphics);
            graphics.dispose();
            ImageIO.write(image, "png", results.resolve("innkeeper-" + size + ".png").toFile());
        }
    }

    private static void outlines(Path folder, String group, TreeMap<String, String> into) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Matcher outline = OUTLINE.matcher(Files.readString(file));
                if (!outline.find() || outline.find()) {
                    throw new IOException(file + " must hold one path, and nothing but its outline");
                }
                outline.reset().find();
                String name = file.getFileName().toString().replace(".svg", "");
                into.put(group + '.' + name, outline.group(1));
            }
        }
    }

    private static void write(Path file, byte[] content) throws IOException {
        Files.write(file, content);
    }
}
