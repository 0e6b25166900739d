package dev.headroom.app.report;

import dev.headroom.app.input.ConfigFile;
import dev.headroom.app.input.UnusableInputException;
import dev.headroom.client.Cancellation;
import dev.headroom.client.ConfigPlan;
import dev.headroom.client.Instance;
import dev.headroom.client.InstanceInfo;
import dev.headroom.client.Reply;
import dev.headroom.client.embedded.EmbeddedInstance;
import dev.headroom.engine.Engine;
import dev.headroom.journal.Disk;
import dev.headroom.journal.FolderDisk;
import dev.headroom.journal.JournalFiles;
import dev.headroom.model.Change;
import dev.headroom.model.Config;
import dev.headroom.model.InvalidValueException;
import dev.headroom.model.replay.Hindsight;
import dev.headroom.model.replay.ReplayQuery;
import dev.headroom.node.Node;
import dev.headroom.node.Past;
import dev.headroom.node.Watch;
import dev.headroom.node.replay.SpanReplay;
import dev.headroom.wire.json.Json;
import dev.headroom.wire.json.Replays;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
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

/// `headroom what-if`: what another configuration would have done to a span that is over.
@Command(
    name = "what-if",
    description =
        "Replays the demand of a span under another configuration and compares what became of it:"
            + " denials, waits, preemptions, cost, peaks. What the document says otherwise than the"
            + " configuration at the end of the span holds from its beginning on; all else is as"
            + " it was then. Changes nothing; the folder may be in use.",
    mixinStandardHelpOptions = true)
public final class WhatIfCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private SourceOptions source;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      required = true,
      description = "The whole configuration, as YAML or JSON.")
  private Path config;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      required = true,
      description =
          "When the span begins: an instant, a day or a month in the instance's time zone.")
  private String from;

  @Option(names = "--to", paramLabel = "TIME", description = "When it ends (default: now).")
  private @Nullable String to;

  @Option(names = "--json", description = "Print one JSON object, as /v1/what-if/replay gives.")
  private boolean json;

  @Override
  public Integer call() {
    Optional<Path> folder = source.folder();
    Config wanted = ConfigFile.read(config);
    Hindsight hindsight =
        folder.map(data -> ofFolder(data, wanted)).orElseGet(() -> ofServer(wanted));
    String text = json ? Json.text(Replays.HINDSIGHT, hindsight) + System.lineSeparator() : "";
    spec.commandLine().getOut().print(json ? text : WhatIfText.of(hindsight));
    return CommandLine.ExitCode.OK;
  }

  private Hindsight ofServer(Config wanted) {
    try (Instance instance = source.open()) {
      InstanceInfo info = instance.info();
      List<Change> changes = known(ConfigPlan.towards(instance, wanted));
      ReplayQuery query = query(info.timeZone(), info.now(), changes);
      return known(instance.replay(query, new Cancellation(), _ -> {}));
    }
  }

  private static <T> T known(Reply<T> reply) {
    return switch (reply) {
      case Reply.Decided<T>(var value) -> value;
      case Reply.Refused<T>(var refusal) ->
          throw new UnusableInputException("it is refused: " + refusal.sentence());
      case Reply.Silence<T>(var _, var cause) ->
          throw new UnusableInputException("there is no answer: " + cause);
    };
  }

  private Hindsight ofFolder(Path data, Config wanted) {
    try (Disk disk = FolderDisk.look(data)) {
      if (!JournalFiles.isOn(disk)) {
        throw new UnusableInputException("there is no journal in the folder " + data);
      }
      Past past = Past.of(disk);
      Engine last = past.at(Past.END, () -> false).orElseThrow();
      return known(SpanReplay.run(past, query(past, last, wanted), Watch.NONE));
    } catch (IOException unreadable) {
      throw new UnusableInputException("cannot read " + data + ": " + unreadable.getMessage());
    }
  }

  private static Hindsight known(SpanReplay.Result result) {
    return switch (result) {
      case SpanReplay.Result.Compared(var hindsight) -> hindsight;
      case SpanReplay.Result.Refused(var refusal) ->
          throw new UnusableInputException("it is refused: " + refusal.sentence());
      case SpanReplay.Result.NothingKept _, SpanReplay.Result.Cancelled _ ->
          throw new UnusableInputException("nothing of that span is kept");
    };
  }

  private ReplayQuery query(Past past, Engine last, Config wanted) throws IOException {
    ZoneId zone = last.inspector().settings().timeZone();
    ReplayQuery unchanged = query(zone, last.now(), List.of());
    Engine end = past.at(unchanged.to(), () -> false).orElseThrow();
    try (Node node = Node.frozen(end);
        Instance instance = new EmbeddedInstance("then", InstanceInfo.Kind.LOCAL, node)) {
      return query(zone, last.now(), known(ConfigPlan.towards(instance, wanted)));
    }
  }

  private ReplayQuery query(ZoneId zone, Instant now, List<Change> changes) {
    Instant begin = source.instant("--from", Optional.ofNullable(from), zone).orElse(now);
    Instant end =
        source.instant("--to", Optional.ofNullable(to), zone).filter(now::isAfter).orElse(now);
    try {
      return new ReplayQuery(begin, end, changes);
    } catch (InvalidValueException invalid) {
      throw wrong(invalid.getMessage());
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
