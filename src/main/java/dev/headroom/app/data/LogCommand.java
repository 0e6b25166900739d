package dev.headroom.app.data;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.headroom.model.Answer;
import dev.headroom.model.Change;
import dev.headroom.model.Event;
import dev.headroom.model.InvalidValueException;
import dev.headroom.model.Refusal;
import dev.headroom.model.ScopePath;
import dev.headroom.node.Retold;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `headroom log`: what was asked of an instance, and what came of it.
@Command(
    name = "log",
    description =
        "Prints the commands in a data folder's journal, each with what was answered. Changes"
            + " nothing; the folder may be in use.",
    mixinStandardHelpOptions = true)
public final class LogCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "The data folder, or a recording.")
  private Path folder;

  @Option(
      names = "--from",
      paramLabel = "INSTANT",
      description = "Nothing before, such as 2026-03-02T10:00:00Z.")
  private @Nullable String from;

  @Option(names = "--to", paramLabel = "INSTANT", description = "Nothing at or after.")
  private @Nullable String to;

  @Option(
      names = "--path",
      paramLabel = "PATH",
      description = "Only what names a scope at or below, or changed something there.")
  private @Nullable String path;

  @Option(
      names = "--type",
      paramLabel = "COMMAND",
      description = "Only commands of a kind, such as Allocate, Release, ApplyChanges.")
  private @Nullable String type;

  @Option(names = "--json", description = "Print one JSON object a line.")
  private boolean json;

  @Override
  public Integer call() {
    Instant first = instant(from, Instant.MIN);
    Instant end = instant(to, Instant.MAX);
    if (!first.isBefore(end)) {
      throw wrong("--from " + from + " is not before --to " + to + ", so that there is nothing");
    }
    ScopePath below = path();
    Optional<String> kind = Optional.ofNullable(type).map(this::kind);
    PrintWriter out = spec.commandLine().getOut();
    Retold.Whole whole =
        Folders.tell(
            folder,
            (number, at, command, answer, events) -> {
              Entry entry = new Entry(number, at, command, answer, events);
              if (!at.isBefore(first)
                  && at.isBefore(end)
                  && kind.map(entry.kind()::equals).orElse(true)
                  && entry.concerns(below)) {
                out.println(json ? entry.json() : entry.text());
              }
            });
    PrintWriter err = spec.commandLine().getErr();
    whole.contents().notes().forEach(note -> err.println("headroom: " + note));
    return CommandLine.ExitCode.OK;
  }

  private Instant instant(@Nullable String text, Instant otherwise) {
    try {
      return text == null ? otherwise : Instant.parse(text);
    } catch (DateTimeParseException malformed) {
      throw wrong("'" + text + "' is no instant; write it like 2026-03-02T10:00:00Z");
    }
  }

  private ScopePath path() {
    try {
      return Optional.ofNullable(path).map(ScopePath::of).orElse(ScopePath.ROOT);
    } catch (InvalidValueException invalid) {
      throw wrong(invalid.getMessage());
    }
  }

  private String kind(String text) {
    List<String> kinds =
        Arrays.stream(dev.headroom.model.Command.class.getPermittedSubclasses())
            .map(Class::getSimpleName)
            .toList();
    return kinds.stream()
        .filter(text::equalsIgnoreCase)
        .findFirst()
        .orElseThrow(
            () -> wrong("there is no command " + text + "; there are " + String.join(", ", kinds)));
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  /// One command and what came of it.
  private record Entry(
      long number,
      Instant at,
      dev.headroom.model.Command command,
      Answer answer,
      List<Event> events) {
    private String kind() {
      return command.getClass().getSimpleName();
    }

    /// The scopes that it names, and those where something happened.
    private TreeSet<ScopePath> paths() {
      TreeSet<ScopePath> paths = new TreeSet<>();
      events.forEach(event -> paths.add(event.body().path()));
      switch (command) {
        case dev.headroom.model.Command.Allocate(var _, var request) -> paths.add(request.path());
        case dev.headroom.model.Command.CloseScope(var _, var scope) -> paths.add(scope);
        case dev.headroom.model.Command.ReportScore(var _, var scope, var _) -> paths.add(scope);
        case dev.headroom.model.Command.AllocateBatch batch ->
            batch.requests().forEach(each -> paths.add(each.request().path()));
        case dev.headroom.model.Command.ApplyChanges apply ->
            apply.changes().forEach(change -> pathOf(change).ifPresent(paths::add));
        default -> {}
      }
      return paths;
    }

    private static Optional<ScopePath> pathOf(Change change) {
      return switch (change) {
        case Change.PutLimits limits -> Optional.of(limits.path());
        case Change.PutPool pool -> Optional.of(pool.pool().path());
        case Change.RemovePool _, Change.PutSettings _ -> Optional.empty();
      };
    }

    private boolean concerns(ScopePath below) {
      return below.isRoot() || paths().stream().anyMatch(each -> each.isWithin(below));
    }

    private String text() {
      return String.format(
          Locale.ROOT,
          "%8d  %s  %-18s %-12s %s: %s",
          number,
          at,
          kind(),
          command.id(),
          String.join(" ", paths().stream().map(ScopePath::text).toList()),
          answer instanceof Refusal refusal
              ? "refused, " + refusal.sentence()
              : answer.getClass().getSimpleName());
    }

    private String json() {
      ObjectNode line = JsonNodeFactory.instance.objectNode();
      line.put("number", number).put("at", at.toString());
      line.set("command", RecordJson.of(command));
      line.set("answer", RecordJson.of(answer));
      line.put("events", events.size());
      return line.toString();
    }
  }
}
