package dev.headroom.app;

import dev.headroom.app.data.Folders;
import dev.headroom.app.data.UpkeepOptions;
import dev.headroom.app.input.ConfigFile;
import dev.headroom.app.input.UnusableInputException;
import dev.headroom.app.settings.RememberedFile;
import dev.headroom.app.settings.SettingsFolder;
import dev.headroom.app.window.AttachOptions;
import dev.headroom.app.window.ConsoleApplication;
import dev.headroom.app.window.DesktopPlaces;
import dev.headroom.app.window.LanguageOption;
import dev.headroom.app.window.PlayedSandbox;
import dev.headroom.app.window.Recordings;
import dev.headroom.app.window.SandboxOptions;
import dev.headroom.client.embedded.LocalFolder;
import dev.headroom.console.viewmodel.Memory;
import dev.headroom.console.viewmodel.OpenPlace;
import dev.headroom.console.viewmodel.Preferences;
import dev.headroom.journal.JournalFiles;
import dev.headroom.node.MachineClock;
import dev.headroom.sandbox.DocumentScenario;
import dev.headroom.sandbox.Sandbox;
import dev.headroom.sandbox.UnplayableException;
import dev.headroom.sandbox.trace.TraceException;
import dev.headroom.sandbox.trace.TraceFile;
import dev.headroom.sandbox.trace.TraceScenario;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/// `headroom` without a command: the console, in its sandbox.
@Command(
    name = "headroom",
    description =
        "Watches and steers how shared resources are divided. Without a command it opens the"
            + " console in its sandbox: a real engine under a simulated or recorded workload.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class HeadroomCommand implements Runnable {
  /// Shows where an unexpected failure happened.
  static final String DEBUG = "--debug";

  @Spec private CommandSpec spec;

  @Option(
      names = DEBUG,
      scope = ScopeType.INHERIT,
      description = "Show where in the program an unexpected failure happened.")
  private boolean debug;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description =
          "A recording to look at, as headroom record and the console's time machine make them; or"
              + " a config document, as with --config.")
  private @Nullable Path file;

  @Mixin private SandboxOptions options;
  @Mixin private AttachOptions attach;
  @Mixin private LanguageOption language;

  @Option(
      names = "--scopes",
      paramLabel = "N",
      defaultValue = "0",
      description = "About how many scopes the scenario has (default: as it comes).")
  private int scopes;

  @Option(
      names = "--trace",
      paramLabel = "FILE",
      description = "Play a recorded workload instead; needs --config.")
  private @Nullable Path trace;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "The config document whose limits and pools hold for the trace; without a trace, those"
              + " of a sandbox in which nothing goes on.")
  private @Nullable Path config;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Open an instance that survives in this folder instead of a sandbox; it is made where"
              + " there is none.")
  private @Nullable Path data;

  @Mixin private UpkeepOptions upkeep;

  @Option(
      names = "--start",
      description = "Begin with the choice of what to look at: a sandbox, a folder.")
  private boolean start;

  @Option(
      names = "--until-first-frame",
      description =
          "Leave as soon as the window has drawn its first frame, and print how many milliseconds"
              + " that took from the start of the JVM.")
  private boolean untilFirstFrame;

  /// Whether whoever called wants to see where an unexpected failure happened.
  boolean debug() {
    return debug;
  }

  @Override
  public void run() {
    if (file != null && !isDocument(file)) {
      boolean other = attach.isNamed() || data != null || upkeep.isGiven();
      requireNothingElse("a recording is looked at by itself", other);
      OpenPlace place = Recordings.open(file);
      show(() -> place);
      return;
    }
    if (attach.isNamed()) {
      boolean other = file != null || data != null || upkeep.isGiven();
      requireNothingElse("--attach opens an instance behind a server", other);
      OpenPlace place = attach.open();
      show(() -> place);
      return;
    }
    if (data != null) {
      runOn(data);
      return;
    }
    if (upkeep.isGiven()) {
      throw wrong("--snapshot-every, --keep and --keep-size are for a folder; they need --data");
    }
    Sandbox sandbox = sandbox();
    sandbox.start();
    show(() -> DesktopPlaces.opened(new PlayedSandbox(sandbox, scopes)));
  }

  /// What there is to say where a file was named, or a command misspelt, and there is neither.
  Optional<ParameterException> misnamed() {
    return Optional.ofNullable(file)
        .filter(Files::notExists)
        .map(named -> new NothingLikeItException(spec.commandLine(), named.toString()));
  }

  /// Whether a file that was named by itself is a config document.
  private boolean isDocument(Path named) {
    if (Recordings.isOne(named)) {
      return false;
    }
    Optional<ParameterException> misnamed = misnamed();
    if (misnamed.isPresent()) {
      throw misnamed.get();
    }
    if (Files.isDirectory(named)) {
      throw new UnusableInputException(
          named + " is a folder; headroom --data " + named + " opens an instance in it");
    }
    if (JournalFiles.isOne(named)) {
      throw new UnusableInputException(
          named + " is one of the files of a data folder; headroom --data FOLDER opens that");
    }
    config = named;
    return true;
  }

  /// Speaks what was named and remembers it, or else what was chosen last, or else what the system
  /// speaks.
  private void speak() {
    var memory = new RememberedFile(SettingsFolder.ofUser());
    Memory.Recalled recalled = memory.recall();
    Preferences preferences = recalled.all().preferences();
    if (language.named().isPresent()) {
      preferences = preferences.withLanguage(language.named());
      Optional<String> unkept = memory.keep(recalled.all().withPreferences(preferences));
      Stream.concat(Stream.of(recalled.remark()), unkept.stream())
          .filter(said -> !said.isEmpty())
          .forEach(said -> spec.commandLine().getErr().println("headroom: " + said));
    }
    language.speak(preferences.spoken());
  }

  private void runOn(Path folder) {
    requireNothingElse("--data opens a folder", file != null);
    LocalFolder local = Folders.open(folder, upkeep.upkeep(), spec.commandLine().getErr());
    show(() -> DesktopPlaces.opened(local, folder));
  }

  /// @param opening is asked once it is known in which language
  private void show(Supplier<OpenPlace> opening) {
    speak();
    OpenPlace place = opening.get();
    if (untilFirstFrame) {
      long millis = ConsoleApplication.runUntilFirstFrame(place).toMillis();
      spec.commandLine().getOut().println(millis);
    } else {
      ConsoleApplication.run(place, start);
    }
  }

  private void requireNothingElse(String what, boolean other) {
    if (other || scopes != 0 || trace != null || config != null || options.isScenarioNamed()) {
      throw wrong(what + "; scenarios and traces are for the sandbox, and --data is for a folder");
    }
  }

  private Sandbox sandbox() {
    if (scopes < 0 || scopes > Sandbox.SCOPES_MAX) {
      throw wrong("--scopes is between 0 and " + Sandbox.SCOPES_MAX + ", not " + scopes);
    }
    if (config == null) {
      if (trace != null) {
        throw wrong("--trace needs --config");
      }
      return options.sandbox(scopes);
    }
    if (options.isScenarioNamed()) {
      throw wrong("--scenario is a sandbox of its own: leave it out with --trace and --config");
    }
    return trace == null ? sandbox(config) : sandbox(trace, config);
  }

  private Sandbox sandbox(Path document) {
    try {
      return options.sandbox(
          new DocumentScenario(
              String.valueOf(document.getFileName()),
              ConfigFile.read(document),
              MachineClock.source().instant()));
    } catch (UnplayableException refused) {
      throw new UnusableInputException(Objects.requireNonNull(refused.getMessage()));
    }
  }

  private Sandbox sandbox(Path trace, Path config) {
    try {
      TraceFile file = TraceFile.inspect(trace, Optional.empty());
      return options.sandbox(new TraceScenario(file, ConfigFile.read(config), Duration.ZERO));
    } catch (TraceException unusable) {
      throw new UnusableInputException(Objects.requireNonNull(unusable.getMessage()));
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  /// Neither a command nor a file.
  private static final class NothingLikeItException extends UnmatchedArgumentException {
    private static final long serialVersionUID = 1L;

    private final String name;

    NothingLikeItException(CommandLine commandLine, String name) {
      super(commandLine, List.of(name));
      this.name = name;
    }

    @Override
    public String getMessage() {
      return "there is no command and no file " + name;
    }
  }
}
