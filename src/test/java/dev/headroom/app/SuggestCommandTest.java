package dev.headroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headroom.client.Cancellation;
import dev.headroom.client.Reply;
import dev.headroom.client.embedded.Dismissals;
import dev.headroom.client.embedded.LocalFolder;
import dev.headroom.client.remote.ServedFolder;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Change;
import dev.headroom.model.Command;
import dev.headroom.model.Limit;
import dev.headroom.model.Outcome;
import dev.headroom.model.Period;
import dev.headroom.model.RequestId;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.UsageRecord;
import dev.headroom.model.suggestion.Advice;
import dev.headroom.model.suggestion.Dismissal;
import dev.headroom.model.suggestion.SuggestionQuery;
import dev.headroom.node.DataFolder;
import dev.headroom.node.MachineClock;
import dev.headroom.node.Node;
import dev.headroom.server.token.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Suggestions on the command line")
@Timeout(60)
final class SuggestCommandTest {
  private static final ScopePath ADA = ScopePath.of("/user:ada");
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-03-02T10:00:00Z"));

  @TempDir private Path folder;
  @TempDir private Path papers;

  @BeforeEach
  void happen() throws IOException {
    happenIn(folder);
  }

  private void happenIn(Path data) throws IOException {
    try (var node = DataFolder.open(data, now::get, DataFolder.Progress.UNSEEN).node()) {
      Limit limit =
          new Limit(ADA, ResourceType.TOKENS, Limit.Terms.hard(10_000).per(Period.of("PT5M")));
      Change change = new Change.PutLimits(ADA, List.of(limit), 0);
      var _ =
          node.submit(
              new Command.ApplyChanges(new RequestId("l"), List.of(change), "ops", "to begin"));
      for (int window = 0; window < 13; window++) {
        use(node, window);
      }
    }
  }

  private void use(Node node, int window) {
    RequestLine line = RequestLine.required(ResourceType.TOKENS, 1_000);
    Command ask =
        new Command.Allocate(new RequestId("a" + window), AllocationRequest.of(ADA, line));
    Outcome.Granted granted = (Outcome.Granted) node.submit(ask);
    UsageRecord usage = UsageRecord.of(granted.allocation(), ResourceType.TOKENS, 900);
    var _ = node.submit(new Command.RecordUsage(new RequestId("u" + window), usage));
    var _ = node.submit(new Command.Release(new RequestId("r" + window), granted.allocation()));
    now.updateAndGet(before -> before.plus(Duration.ofMinutes(5)));
  }

  private Run suggest(String... options) {
    String[] all = new String[options.length + 2];
    all[0] = "suggest";
    all[1] = folder.toString();
    System.arraycopy(options, 0, all, 2, options.length);
    return Run.of(all);
  }

  @Test
  @DisplayName("say for people what to do and why")
  void forPeople() {
    Run run = suggest();
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("1. /user:ada lower TOKENS/PT5M from 10,000 to 1,300")
        .contains("evidence    allowed 10,000, peak 1,000");
  }

  @Test
  @DisplayName("say for programs the same as the API")
  void forPrograms() throws IOException {
    Run run = suggest("--json", "--scope", "/user:ada", "--span", "PT50M");
    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonNode advice = new ObjectMapper().readTree(run.out());
    assertThat(advice.at("/suggestions/0/remedy/kind").asText()).isEqualTo("REDUCE_ALLOWANCE");
    assertThat(advice.at("/suggestions/0/changes/0/limits/0/amount").asLong()).isEqualTo(1_300);
  }

  @Test
  @DisplayName("leave out what was dismissed in that folder, also after it was opened again")
  void dismissed() throws IOException {
    try (LocalFolder open =
        LocalFolder.named(folder, DataFolder.open(folder, now::get, DataFolder.Progress.UNSEEN))) {
      Reply<Advice> reply =
          open.instance()
              .advisor()
              .suggestions(SuggestionQuery.of(ADA), new Cancellation(), _ -> {});
      assertThat(reply).isInstanceOf(Reply.Decided.class);
      Advice advice = ((Reply.Decided<Advice>) reply).value();
      var _ =
          open.instance()
              .advisor()
              .dismiss(
                  Dismissal.of(
                      advice.suggestions().getFirst(), "op", "not before July", Instant.EPOCH));
    }
    assertThat(folder.resolve(Dismissals.FILE)).isRegularFile();
    assertThat(suggest().out()).contains("nothing to suggest").contains("1 dismissed; --all");
    assertThat(suggest("--all").out()).contains("dismissed   by op: not before July");
  }

  @Test
  @DisplayName("are made by a server too, of what happened there")
  void onAServer() throws IOException {
    Path recent = papers.resolve("recent");
    now.set(MachineClock.source().instant().minus(Duration.ofMinutes(65)));
    happenIn(recent);
    try (ServedFolder served = new ServedFolder(recent)) {
      Run run =
          Run.of(
              "suggest",
              "--url",
              "http://127.0.0.1:" + served.port(),
              "--token-file",
              TokenPaper.write(papers, served.token(Role.ADMIN, "/")).toString(),
              "--span",
              "PT2H",
              "--json");
      assertThat(run.exitCode()).as(run.err()).isZero();
      JsonNode advice = new ObjectMapper().readTree(run.out());
      assertThat(advice.at("/requests").asLong()).isEqualTo(12); // All after the first instant.
    }
  }

  @Test
  @DisplayName("are refused in one line where the question makes no sense")
  void wrong() {
    assertThat(suggest("--span", "soon").exitCode()).isEqualTo(2);
    assertThat(suggest("--span", "PT1M").err()).contains("PT10M");
    assertThat(Run.of("suggest").exitCode()).isEqualTo(2);
  }
}
