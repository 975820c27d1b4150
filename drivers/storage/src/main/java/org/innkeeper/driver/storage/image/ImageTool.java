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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.ErrorSubject;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.process.ToolAdvice;
import org.innkeeper.core.process.ToolRun;
import org.innkeeper.core.process.ToolRun.Result;
import org.innkeeper.core.spi.CallContext;

/** qemu-img. Every command names the format of every image; nothing goes through a shell. */
public final class ImageTool {
    private static final Duration QUERY = Duration.ofMinutes(2);

    /** Copying an image, which may be of many terabytes on a slow disk. */
    private static final Duration CHANGE = Duration.ofDays(7);

    private static final ToolAdvice ADVICE = new ToolAdvice(
            ErrorOrigin.STORAGE,
            "Look at the rights of qemu-img, or install it again.",
            "See whether the place of the image answers, such as a network file system.");
    private static final Pattern PROGRESS = Pattern.compile("\\((\\d{1,3}(?:\\.\\d+)?)/100%\\)");
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
        run(context, CHANGE, arguments, subject);
    }

    private String run(CallContext context, Duration limit, List<String> arguments, String subject) {
        Result result = new ToolRun(command(arguments), limit, ADVICE)
                .run(context, "changing " + subject, line -> tellProgress(line, context), line -> {});
        if (result.exit() != 0) {
            String said = result.errors().strip();
            throw StorageErrors.volume(
                    subject,
                    "qemu-img failed for " + subject + ": " + (said.isEmpty() ? "it said nothing" : said),
                    "See whether the image is whole, not in use, and the place has room.",
                    null);
        }
        return result.output();
    }

    private static void tellProgress(String line, CallContext context) {
        Matcher progress = PROGRESS.matcher(line);
        if (progress.find()) {
            context.progress().progress(Math.min(1, Double.parseDouble(progress.group(1)) / 100));
        }
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
        String output = run(context, QUERY, arguments, image.toString());
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
