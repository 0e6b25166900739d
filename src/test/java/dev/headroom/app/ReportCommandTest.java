package dev.headroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headroom.client.embedded.LocalFolder;
import dev.headroom.history.History;
import dev.headroom.model.AllocationId;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Change;
import dev.headroom.model.Command;
import dev.headroom.model.Limit;
import dev.headroom.model.Money;
import dev.headroom.model.Outcome;
import dev.headroom.model.Period;
import dev.headroom.model.RequestId;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.UsageRecord;
import dev.headroom.node.DataFolder;
import dev.headroom.server.HttpServer;
import dev.headroom.server.token.Role;
import dev.headroom.server.token.TokenOrder;
import dev.headroom.server.token.TokenStore;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A report on the command line")
@Timeout(60)
final class ReportCommandTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:30Z");
  private static final Period HOUR = Period.of("PT1H");
  private static final String[] SPAN = {"--from", "2026-03-02", "--to", "2026-04"};

  @TempDir private Path folder;

  @BeforeEach
  void happen() throws IOException {
    try (var node = DataFolder.open(folder, () -> NOW, DataFolder.Progress.UNSEEN).node()) {
      AllocationId ada = granted(node.submit(ask("r1", "/user:ada/run:r1")));
      AllocationId bob = granted(node.submit(ask("r2", "/user:bob")));
      var _ = node.submit(use("u1", ada, 120, "large", "0.123456"));
      var _ = node.submit(use("u2", ada, 30, "small, fast", "0.000001"));
      var _ = node.submit(use("u3", bob, 50, "large", "1"));
      var _ = node.submit(new Command.Release(new RequestId("e1"), ada));
    }
  }

  private static Command ask(String id, String path) {
    RequestLine line = RequestLine.required(ResourceType.TOKENS, 200);
    return new Command.Allocate(new RequestId(id), AllocationRequest.of(ScopePath.of(path), line));
  }

  private static AllocationId granted(Object answer) {
    assertThat(answer).isInstanceOf(Outcome.Granted.class);
    return ((Outcome.Granted) answer).allocation();
  }

  private static Command use(
      String id, AllocationId allocation, long tokens, String category, String cost) {
    Money price = Money.of(new BigDecimal(cost));
    return new Command.RecordUsage(
        new RequestId(id),
        new UsageRecord(
            allocation, ResourceType.TOKENS, tokens, Optional.of(price), category, Map.of()));
  }

  private Run report(String... options) {
    return run(new String[] {"report", folder.toString()}, options);
  }

  private static Run run(String[] first, String... options) {
    String[] all = new String[first.length + options.length];
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(options, 0, all, first.length, options.length);
    return Run.of(all);
  }

  private static JsonNode json(Run run) throws IOException {
    assertThat(run.exitCode()).as(run.err()).isZero();
    return new ObjectMapper().readTree(run.out());
  }

  @Test
  @DisplayName("says for people what was used, by whom and at what cost")
  void forPeople() {
    Run run = report(SPAN);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("/ from 2026-03-02 00:00 to 2026-03-02 10:00, UTC")
        .contains("cost        1.123457, of which 0 overage; new against 0")
        .contains("efficiency  80.0 %")
        .contains("2 granted (0 in part), 0 denied")
        .containsPattern("TOKENS +200 ")
        .containsPattern("large +1.123456 +0 +100.0 % +2")
        .containsPattern("/user:bob +1 +89.0 % +1 +0 +0 +TOKENS 50");
  }

  @Test
  @DisplayName(
      "that reaches up to now says what will be used, or that too little is known for that")
  void foretells() throws IOException {
    assertThat(report(SPAN).out()).containsPattern("TOKENS +- +- +- +- +too little history");
    carlUsesTwentyAMinute();
    String[] carl = {"--scope", "/user:carl", "--from", "2026-03-02", "--to", "2026-04"};
    Run run = report(carl);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .containsPattern("TOKENS +2026-03-02 10:27 +160 +160 +160 +18 x PT1M")
        .containsPattern(
            "LIMIT TOKENS/PT1H +400 +500 +2026-03-02 10:24 +2026-03-02 10:24 +2026-03-02 10:24"
                + " +likely");
    assertThat(run(new String[] {"report", folder.toString(), "--csv"}, carl).out())
        .contains("prospect,LIMIT TOKENS/PT1H,prospect,EXPECTED");
  }

  private void carlUsesTwentyAMinute() throws IOException {
    ScopePath path = ScopePath.of("/user:carl");
    Limit limit = new Limit(path, ResourceType.TOKENS, Limit.Terms.hard(500).per(HOUR));
    var now = new AtomicReference<>(NOW);
    try (var node = DataFolder.open(folder, now::get, DataFolder.Progress.UNSEEN).node()) {
      var _ =
          node.submit(
              new Command.ApplyChanges(
                  new RequestId("l1"),
                  List.of(new Change.PutLimits(path, List.of(limit), 0)),
                  "op",
                  "test"));
      RequestLine line = RequestLine.required(ResourceType.TOKENS, 400);
      AllocationId carl =
          granted(
              node.submit(
                  new Command.Allocate(new RequestId("r3"), AllocationRequest.of(path, line))));
      for (int minute = 0; minute < 20; minute++) {
        now.set(NOW.plus(Duration.ofMinutes(minute)));
        var _ = node.submit(use("c" + minute, carl, 20, "large", "0"));
      }
    }
  }

  @Test
  @DisplayName("says for programs the same as the API, to the last digit")
  void forPrograms() throws IOException {
    JsonNode all = json(run(new String[] {"report", folder.toString(), "--json"}, SPAN));
    assertThat(all.at("/costs/total").decimalValue()).isEqualByComparingTo("1.123457");
    assertThat(all.at("/types/0/total").intValue()).isEqualTo(200);
    JsonNode ada = json(report("--json", "--scope", "/user:ada", "--from", "2026-03"));
    assertThat(ada.at("/costs/categories/0/percent").decimalValue())
        .isEqualByComparingTo("99.99919");
    Run csv = report("--csv", "--from", "2026-03", "--step", "P1D");
    assertThat(csv.out().lines())
        .contains("type,TOKENS,total,200", "category,\"small, fast\",usage,0.000001")
        .contains("step,2026-03-02T00:00:00Z,cost,1.123457")
        .allMatch(line -> line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1).length == 4);
  }

  @Test
  @DisplayName("is the same while an instance has the folder, and through a server")
  void whileInUse() throws IOException {
    JsonNode before = json(report("--json", "--from", "2026-03", "--to", "2026-03-05"));
    try (LocalFolder open =
            LocalFolder.named(
                folder,
                DataFolder.open(
                    folder, () -> NOW.plus(Duration.ofMinutes(1)), DataFolder.Progress.UNSEEN));
        HttpServer server =
            HttpServer.start(
                open.instance(),
                HttpServer.Access.in(folder),
                new HttpServer.Listening(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                    Optional.empty()))) {
      JsonNode inUse = json(report("--json", "--from", "2026-03", "--to", "2026-03-05"));
      assertThat(inUse.get("costs")).isEqualTo(before.get("costs"));
      JsonNode served =
          json(
              Run.of(
                  "report",
                  "--json",
                  "--url",
                  "http://127.0.0.1:" + server.port(),
                  "--token-file",
                  token().toString(),
                  "--scope",
                  "/user:ada",
                  "--from",
                  "2026-03"));
      assertThat(served.at("/types/0/total").intValue()).isEqualTo(150);
    }
  }

  private Path token() throws IOException {
    var order = new TokenOrder("test", Role.VIEWER, ScopePath.of("/user:ada"), Optional.empty());
    return TokenPaper.write(folder, new TokenStore(folder).issue(order, NOW).secret());
  }

  @Test
  @DisplayName("is made of a history that can be made anew, and comes to the same")
  void rebuilds() throws IOException {
    String before = report("--json", "--from", "2026-03").out();
    Run rebuilt = Run.of("history", "rebuild", folder.toString());
    assertThat(rebuilt.out().strip())
        .isEqualTo("made anew: 6 events, from 2026-03-02T10:00:30Z on");
    assertThat(report("--json", "--from", "2026-03").out()).isEqualTo(before);

    Files.writeString(folder.resolve(History.FILE), "this is no database, but long enough");
    assertThat(report("--from", "2026-03").complaint())
        .contains("headroom history rebuild " + folder);
    assertThat(Run.of("history", "rebuild", folder.toString()).exitCode()).isZero();
    assertThat(report("--json", "--from", "2026-03").out()).isEqualTo(before);
  }

  @Test
  @DisplayName("is made of the journal where nobody can write to the folder, and says so")
  void isMadeOfJournal() throws IOException {
    String[] json = {"--json", "--from", "2026-03"};
    String before = report(json).out();
    Path lock = folder.resolve("lock");
    Files.delete(lock);
    Files.createDirectory(lock);
    Run run = report(json);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).isEqualTo(before);
    assertThat(run.err().lines())
        .singleElement()
        .asString()
        .startsWith("headroom: cannot write there (" + lock)
        .endsWith("so that all is counted anew, as far back as the journal is kept");
  }

  @Test
  @DisplayName("says in one line what it cannot do")
  void complains() {
    assertThat(report("--from", "yesterday").complaint()).contains("--from is an instant, a day");
    assertThat(report("--from", "2026-04", "--to", "2026-03").complaint())
        .contains("begins before it ends");
    assertThat(report("--json", "--csv").complaint()).contains("not both");
    assertThat(Run.of("report").complaint()).contains("name a folder or a server");
    assertThat(Run.of("report", folder.resolve("nowhere").toString()).complaint())
        .contains("there is no folder");
    assertThat(Run.of("history", "rebuild", folder.resolve("nowhere").toString()).complaint())
        .contains("there is no folder");
  }
}
