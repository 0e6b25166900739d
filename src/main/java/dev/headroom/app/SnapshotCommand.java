package dev.headroom.app;

import dev.headroom.app.input.UnusableInputException;
import dev.headroom.app.picture.ConsolePicture;
import dev.headroom.app.picture.Gallery;
import dev.headroom.app.picture.Look;
import dev.headroom.app.picture.Page;
import dev.headroom.app.window.Display;
import dev.headroom.app.window.LanguageOption;
import dev.headroom.app.window.SandboxOptions;
import dev.headroom.console.view.Theme;
import dev.headroom.console.viewmodel.Language;
import dev.headroom.console.viewmodel.Zoom;
import dev.headroom.file.FileTrouble;
import dev.headroom.model.InvalidValueException;
import dev.headroom.model.ScopePath;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.application.Platform;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/// `headroom snapshot`: the console as a picture, or as a folder of all its pictures.
@Command(
    name = "snapshot",
    description = "Pictures the real console, drawn in memory; needs no display.",
    mixinStandardHelpOptions = true)
final class SnapshotCommand implements Callable<Integer> {
  private static final Duration AFTER_MAX = Duration.ofDays(7);

  /// What a gallery has all of.
  private static final List<String> OF_ONE = List.of("--page", "--path", "--theme", "--zoom");

  /// The themes that a picture can have; it has no system to follow.
  enum Shade {
    LIGHT(Theme.LIGHT),
    DARK(Theme.DARK);

    private final Theme theme;

    Shade(Theme theme) {
      this.theme = theme;
    }
  }

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "OUT.png",
      arity = "0..1",
      description = "Where to write the picture, unless it is a gallery.")
  private @Nullable Path out;

  @Option(
      names = "--gallery",
      paramLabel = "DIR",
      description =
          "Picture every page and state in both themes at 100 and 150 %%, into this folder, with an"
              + " index.html that shows them all.")
  private @Nullable Path gallery;

  @Option(
      names = "--page",
      paramLabel = "PAGE",
      defaultValue = "tree",
      converter = PageArgument.class,
      completionCandidates = PageArgument.class,
      description = "What the picture is about: ${COMPLETION-CANDIDATES} (default: tree).")
  private Page page;

  @Mixin private SandboxOptions options;
  @Mixin private LanguageOption language;

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
      converter = SizeArgument.class,
      description = "In pixels (default: 1600x1000).")
  private SizeArgument.Size size;

  @Option(
      names = "--theme",
      paramLabel = "light|dark",
      defaultValue = "dark",
      description = "Which theme (default: dark).")
  private Shade shade;

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
  public Integer call() {
    language.speak(Language.ENGLISH);
    if (after.isNegative() || after.compareTo(AFTER_MAX) > 0) {
      throw wrong("--after is between PT0S and " + AFTER_MAX + ", not " + after);
    }
    Runnable picturing = out == null ? gallery() : picture(out);
    Display.useMemory();
    Display.start();
    picturing.run();
    Platform.exit();
    return ExitCode.OK;
  }

  private Runnable gallery() {
    if (gallery == null) {
      throw wrong("name what to write: OUT.png, or --gallery DIR");
    }
    Path folder = gallery;
    ParseResult given = spec.commandLine().getParseResult();
    Optional<String> extra = OF_ONE.stream().filter(given::hasMatchedOption).findFirst();
    if (extra.isPresent()) {
      throw wrong("a gallery has every page, theme and zoom; leave out " + extra.get());
    }
    PrintWriter told = spec.commandLine().getErr();
    var all = new Gallery(pictures(), folder, size.width(), size.height());
    return () -> all.write(name -> told.println("headroom: " + name));
  }

  private Runnable picture(Path file) {
    if (gallery != null) {
      throw wrong("write one picture or a gallery, not both");
    }
    if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".png")) {
      throw wrong("the picture is a PNG; name it so: " + file + ".png");
    }
    Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
    if (!Files.isDirectory(folder)) {
      throw new UnusableInputException("there is no folder " + folder + " to write to");
    }
    var look = new Look(shade.theme, zoom(), size.width(), size.height());
    Optional<ScopePath> scope = scope();
    ConsolePicture pictures = pictures();
    return () -> write(pictures.take(page, scope, List.of(look)).getFirst(), file);
  }

  private ConsolePicture pictures() {
    options.sandbox(0).close(); // Says now what is wrong with its options.
    return new ConsolePicture(options::sandbox, after);
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

  private static void write(BufferedImage picture, Path file) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      ImageIO.write(picture, "png", bytes);
      Files.write(file, bytes.toByteArray()); // ImageIO would not say why it cannot.
    } catch (IOException unwritable) {
      throw new UnusableInputException(
          "cannot write " + file + ": " + FileTrouble.told(unwritable).getMessage());
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
