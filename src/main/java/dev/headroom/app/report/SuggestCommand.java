package dev.headroom.app.report;

import dev.headroom.app.input.UnusableInputException;
import dev.headroom.client.Cancellation;
import dev.headroom.client.Instance;
import dev.headroom.client.embedded.Dismissals;
import dev.headroom.history.History;
import dev.headroom.history.rollup.HistoryException;
import dev.headroom.journal.Disk;
import dev.headroom.journal.FolderDisk;
import dev.headroom.model.InvalidValueException;
import dev.headroom.model.suggestion.Advice;
import dev.headroom.model.suggestion.SuggestionQuery;
import dev.headroom.node.Past;
import dev.headroom.node.advice.Advising;
import dev.headroom.wire.json.Json;
import dev.headroom.wire.json.Suggestions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `headroom suggest`: what could be done better.
@Command(
    name = "suggest",
    description =
        "Says what could be done better at and below a scope, why, and what that would have"
            + " brought: what was asked in a span is replayed with every suggestion.",
    footer = {
      "",
      "What is saved is the difference between that replay and one without the suggestion. What",
      "was denied is taken to have gone on as the same work did where it was granted."
    },
    mixinStandardHelpOptions = true)
public final class SuggestCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private SourceOptions source;

  @Mixin private ScopeOption scope;

  @Option(
      names = "--span",
      paramLabel = "DURATION",
      defaultValue = "P1D",
      description = "In the last so much time, as far as it is kept (default: P1D).")
  private String span;

  @Option(names = "--all", description = "List those as well that somebody dismissed.")
  private boolean withDismissed;

  @Option(names = "--json", description = "Print one JSON object, as /v1/suggestions gives.")
  private boolean json;

  @Override
  public Integer call() {
    Optional<Path> folder = source.folder();
    SuggestionQuery query = query();
    Advice advice = folder.map(data -> ofFolder(data, query)).orElseGet(() -> ofServer(query));
    String text =
        json
            ? Json.text(Suggestions.ADVICE, advice) + System.lineSeparator()
            : SuggestionText.of(advice, withDismissed);
    spec.commandLine().getOut().print(text);
    spec.commandLine().getOut().flush();
    return CommandLine.ExitCode.OK;
  }

  private SuggestionQuery query() {
    try {
      return new SuggestionQuery(scope.path(), Duration.parse(span));
    } catch (DateTimeParseException malformed) {
      throw wrong("--span is a duration such as PT12H or P7D; not " + span);
    } catch (InvalidValueException invalid) {
      throw wrong(invalid.getMessage());
    }
  }

  private static Advice ofFolder(Path data, SuggestionQuery query) {
    try (Disk disk = FolderDisk.look(data)) {
      Advice advice =
          new Advising(Past.of(disk), () -> false, _ -> {})
              .advise(query, now(data))
              .orElseThrow(() ->
                  new UnusableInputException("nothing can be suggested for " + data + " now"));
      return Dismissals.in(data).sort(advice);
    } catch (IOException | HistoryException unreadable) {
      throw new UnusableInputException("cannot look into " + data + ": " + unreadable.getMessage());
    }
  }

  /// When the last thing happened there.
  private static Instant now(Path data) {
    try (History history = new FolderHistory(data).open()) {
      return history.last().orElse(Instant.EPOCH);
    }
  }

  private Advice ofServer(SuggestionQuery query) {
    try (Instance instance = source.open()) {
      return ServerReply.of(instance.advisor().suggestions(query, new Cancellation(), _ -> {}));
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
