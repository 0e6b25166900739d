package dev.headroom.app.report;

import dev.headroom.app.input.UnusableInputException;
import dev.headroom.client.Cancellation;
import dev.headroom.client.Instance;
import dev.headroom.client.InstanceInfo;
import dev.headroom.client.Recorded;
import dev.headroom.client.RecordingQuery;
import dev.headroom.engine.Engine;
import dev.headroom.journal.Disk;
import dev.headroom.journal.FolderDisk;
import dev.headroom.journal.JournalFiles;
import dev.headroom.node.Past;
import dev.headroom.node.Recording;
import dev.headroom.node.Watch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `headroom record`: a span of the past in one file.
@Command(
    name = "record",
    description =
        "Records a span of an instance's past into one file: the state at its beginning and all"
            + " commands since. headroom FILE opens it anywhere and shows any instant of it. The"
            + " file holds all that was known of all scopes. Changes nothing; a folder may be in"
            + " use.",
    mixinStandardHelpOptions = true)
public final class RecordCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private SourceOptions source;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description =
          "When it begins: an instant, a day or a month in the instance's time zone, such as"
              + " 2026-03-02T10:00:00Z (default: with the first that is kept).")
  private @Nullable String from;

  @Option(
      names = "--to",
      paramLabel = "TIME",
      description = "When it ends (default: with the last command).")
  private @Nullable String to;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "Where it goes, such as incident" + RecordingQuery.EXTENSION + "; a new file.")
  private Path file;

  @Override
  public Integer call() {
    Optional<Path> folder = source.folder();
    if (Files.exists(file)) {
      throw new UnusableInputException(file + " exists already; name another file, or remove it");
    }
    Path into = file.toAbsolutePath().getParent();
    if (into != null && !Files.isDirectory(into)) {
      throw new UnusableInputException("there is no folder " + into + " to write to");
    }
    Recorded made = folder.map(this::ofFolder).orElseGet(this::ofServer);
    spec.commandLine()
        .getOut()
        .println(
            String.format(
                Locale.ROOT,
                "recorded %s to %s in %,d bytes: headroom %s shows it",
                made.from(),
                made.to(),
                made.bytes(),
                file));
    return CommandLine.ExitCode.OK;
  }

  private Recorded ofServer() {
    try (Instance instance = source.open()) {
      InstanceInfo info = instance.info();
      RecordingQuery query = query(info.timeZone(), info.now());
      return ServerReply.of(instance.record(query, new Cancellation(), _ -> {}));
    }
  }

  private Recorded ofFolder(Path data) {
    try (Disk disk = FolderDisk.look(data)) {
      if (!JournalFiles.isOn(disk)) {
        throw new UnusableInputException("there is no journal in the folder " + data);
      }
      return of(Past.of(disk), String.valueOf(data.toAbsolutePath().normalize().getFileName()));
    } catch (IOException failure) {
      throw new UnusableInputException(
          "cannot record " + data + " into " + file + ": " + failure.getMessage());
    }
  }

  private Recorded of(Past past, String name) throws IOException {
    Engine end = past.at(Past.END, () -> false).orElseThrow();
    RecordingQuery query = query(end.inspector().settings().timeZone(), Past.END);
    Instant begins = past.begins().orElse(end.now());
    if (query.from().isAfter(end.now()) || query.to().isBefore(begins)) {
      throw new UnusableInputException(
          "nothing of that span is kept, only " + begins + " to " + end.now());
    }
    Recording.Order order =
        new Recording.Order(
            name, query.from(), query.to(), Instant.MIN, query.file(), query.bytesMax());
    return switch (Recording.make(past, order, Watch.NONE)) {
      case Recording.Result.Made made -> new Recorded(made.from(), made.to(), made.bytes());
      case Recording.Result.TooLarge(String why) -> throw new UnusableInputException(why);
      case Recording.Result.NothingKept _, Recording.Result.Cancelled _ ->
          throw new UnusableInputException("nothing of that span is kept");
    };
  }

  private RecordingQuery query(ZoneId zone, Instant end) {
    Instant begin = source.instant("--from", Optional.ofNullable(from), zone).orElse(Instant.EPOCH);
    Instant until = source.instant("--to", Optional.ofNullable(to), zone).orElse(end);
    if (!begin.isBefore(until)) {
      throw wrong("--to comes after --from");
    }
    return new RecordingQuery(begin, until, file);
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
