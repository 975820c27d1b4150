package org.innkeeper.driver.storage.image;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.ErrorSubject;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.spi.CallContext;

/** qemu-img. Every command names the format of every image; nothing goes through a shell. */
public final class ImageTool {
    private static final int MOST_OUTPUT = 1 << 20;
    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(64).build())
                    .build())
            .build();

    private final List<Path> searchPath;

    /** The one on the search path of this process. */
    public ImageTool() {
        this(Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(Pattern.quote(File.pathSeparator)))
                .filter(part -> !part.isEmpty())
                .map(Path::of)
                .filter(Path::isAbsolute)
                .toList());
    }

    ImageTool(List<Path> searchPath) {
        this.searchPath = List.copyOf(searchPath);
    }

    private Optional<Path> binary() {
        return searchPath.stream()
                .flatMap(directory -> Stream.of(directory.resolve("qemu-img"), directory.resolve("qemu-img.exe")))
                .filter(Files::isExecutable)
                .findFirst();
    }

    public boolean isThere() {
        return binary().isPresent();
    }

    /**
     * Runs it.
     *
     * @param arguments what follows the program's name
     * @param subject what it is done to, for the error
     * @throws InnkeeperException OPERATION_FAILED with its own words, NO_SUPPORT where it is not installed
     */
    public void run(CallContext context, List<String> arguments, String subject) {
        new ToolRun(command(arguments), subject, MOST_OUTPUT).run(context);
    }

    private List<String> command(List<String> arguments) {
        Path binary = binary().orElseThrow(ImageTool::missing);
        List<String> command = new ArrayList<>();
        command.add(binary.toString());
        command.addAll(arguments);
        return command;
    }

    private static InnkeeperException missing() {
        return new InnkeeperException(ErrorInfo.of(
                        ErrorCode.OPERATION_FAILED,
                        ErrorOrigin.STORAGE,
                        "qemu-img is not installed, so disk images cannot be made or changed")
                .withSubject(ErrorSubject.of(ErrorSubject.Kind.PROGRAM, "qemu-img"))
                .withRemedy("Install the package with qemu-img (Debian and Ubuntu: qemu-utils; Fedora: qemu-img)."));
    }

    /** Asks it about an image, whose format is known. The image may be in use. */
    public ImageInfo info(CallContext context, Path image, ImageFormat format) {
        List<String> arguments = List.of("info", "-U", "-f", format.toolName(), "--output=json", image.toString());
        byte[] output = new ToolRun(command(arguments), image.toString(), MOST_OUTPUT).run(context);
        try {
            JsonNode root = JSON.readTree(output);
            JsonNode details = root.path("format-specific").path("data");
            return new ImageInfo(
                    root.path("virtual-size").asLong(),
                    root.path("actual-size").asLong(),
                    details.path("compat").asText(null),
                    details.path("lazy-refcounts").asBoolean(),
                    root.path("cluster-size").asLong(),
                    root.path("full-backing-filename")
                            .asText(root.path("backing-filename").asText(null)),
                    root.path("backing-filename-format").asText(null));
        } catch (IOException e) {
            throw StorageErrors.file(image, "reading what qemu-img says about", e);
        }
    }
}
