package dev.headroom.app;

import dev.headroom.app.input.UnusableInputException;
import dev.headroom.app.window.ConsolePicture;
import dev.headroom.app.window.ConsolePicture.Motif;
import dev.headroom.app.window.ConsolePicture.Page;
import dev.headroom.app.window.SandboxOptions;
import dev.headroom.console.view.Theme;
import dev.headroom.console.viewmodel.Zoom;
import dev.headroom.model.InvalidValueException;
import dev.headroom.model.ScopePath;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `headroom snapshot`: the console as a picture.
@Command(
    name = "snapshot",
    description = "Pictures the real console, drawn in memory; needs no display.",
    mixinStandardHelpOptions = true)
final class SnapshotCommand implements Callable<Integer> {
  private static final Pattern SIZE = Pattern.compile("(\\d{3,4})x(\\d{3,4})");
  private static final int WIDTH_MIN = 800;
  private static final int HEIGHT_MIN = 500;
  private static final int SIDE_MAX = 8192;
  private static final Duration AFTER_MAX = Duration.ofDays(7);

  /// The looks that a picture can have; it has no system to follow.
  enum Look {
    LIGHT(Theme.LIGHT),
    DARK(Theme.DARK);

    private final Theme theme;

    Look(Theme theme) {
      this.theme = theme;
    }
  }

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "OUT.png", description = "Where to write the picture.")
  private Path out;

  @Option(
      names = "--page",
      paramLabel = "PAGE",
      defaultValue = "tree",
      converter = PageArgument.class,
      completionCandidates = PageArgument.class,
      description = "What the picture is about: ${COMPLETION-CANDIDATES} (default: tree).")
  private Page page;

  @Mixin private SandboxOptions options;

  @Option(
      names = "--after",
      paramLabel = "DURATION",
      defaultValue = "PT30S",
      converter = DurationArgument.class,
      description = "How much simulated time has passed (default: PT30S).")
  private Duration after;

  @Option(
      names = "--size",
      paramLabel = "WIDTHxHEIGHT",
      defaultValue = "1600x1000",
      description = "In pixels (default: 1600x1000).")
  private String size;

  @Option(
      names = "--theme",
      paramLabel = "light|dark",
      defaultValue = "dark",
      description = "Which look (default: dark).")
  private Look look;

  @Option(
      names = "--zoom",
      paramLabel = "PERCENT",
      defaultValue = "100",
      description = "How large everything is, from 80 to 200 (default: 100).")
  private int zoom;

  @Option(
      names = "--path",
      paramLabel = "PATH",
      description =
          "The selected scope (default: / for the tree, else the one nearest to a limit).")
  private @Nullable String path;

  @Override
  public Integer call() throws InterruptedException {
    if (after.isNegative() || after.compareTo(AFTER_MAX) > 0) {
      throw wrong("--after is between PT0S and " + AFTER_MAX + ", not " + after);
    }
    if (!out.toString().toLowerCase(Locale.ROOT).endsWith(".png")) {
      throw wrong("the picture is a PNG; name it so: " + out + ".png");
    }
    Path folder = Optional.ofNullable(out.toAbsolutePath().getParent()).orElse(out);
    if (!Files.isDirectory(folder)) {
      throw new UnusableInputException("there is no folder " + folder + " to write to");
    }
    write(ConsolePicture.take(motif(), options.sandbox(0)));
    return ExitCode.OK;
  }

  private Motif motif() {
    Matcher sides = SIZE.matcher(size);
    if (!sides.matches()) {
      throw wrong("a size is WIDTHxHEIGHT, such as 1600x1000, not " + size);
    }
    int width = Integer.parseInt(sides.group(1));
    int height = Integer.parseInt(sides.group(2));
    if (width < WIDTH_MIN || width > SIDE_MAX || height < HEIGHT_MIN || height > SIDE_MAX) {
      throw wrong(
          String.format(
              Locale.ROOT,
              "a size is between %dx%d and %dx%d, not %s",
              WIDTH_MIN,
              HEIGHT_MIN,
              SIDE_MAX,
              SIDE_MAX,
              size));
    }
    return new Motif(page, scope(), after, look.theme, zoom(), width, height);
  }

  private Zoom zoom() {
    if (zoom < Zoom.MIN || zoom > Zoom.MAX) {
      throw wrong("--zoom is between " + Zoom.MIN + " and " + Zoom.MAX + ", not " + zoom);
    }
    return new Zoom(zoom);
  }

  private Optional<ScopePath> scope() {
    try {
      return Optional.ofNullable(path).map(ScopePath::of);
    } catch (InvalidValueException invalid) {
      throw wrong(invalid.getMessage());
    }
  }

  private void write(BufferedImage picture) {
    try (OutputStream stream = Files.newOutputStream(out)) {
      ImageIO.write(picture, "png", stream);
    } catch (IOException unwritable) {
      throw new UnusableInputException("cannot write " + out + ": " + unwritable.getMessage());
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
