package dev.headroom.console.viewmodel.past;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.console.SmallWorld;
import dev.headroom.console.viewmodel.ConsoleModel;
import dev.headroom.console.viewmodel.Errands;
import dev.headroom.console.viewmodel.Level;
import dev.headroom.console.viewmodel.ScopeTree;
import dev.headroom.console.viewmodel.TimeMachine;
import dev.headroom.console.viewmodel.past.Difference.Kind;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ResourceType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("Comparing two instants")
@Timeout(30)
final class ComparingTest {
  private final SmallWorld world = SmallWorld.open();
  private final Errands ui = new Errands();
  private final ConsoleModel model = new ConsoleModel(world.instance(), Optional.empty(), ui);
  private final TimeMachine past = model.past();
  private final Comparing comparing = new Comparing(past, () -> model.desk().home(), () -> {});

  @BeforeEach
  void look() {
    world.limit("/user:noor", ResourceType.MEMORY, 1_000);
    world.pass(Duration.ofMinutes(2));
    model.listenToPast(comparing::update);
    model.desk().start(ScopeTree.Listener.NOBODY);
    ui.until(() -> model.desk().take());
  }

  @AfterEach
  void close() {
    model.close();
    world.close();
  }

  /// Goes to a minute ago, and compares that with now.
  private void compare() {
    past.enter();
    arrive();
    past.compareWithNow();
    ui.until(() -> past.isAtEnd() && !past.isUnderway() && !comparing.summary().isEmpty());
  }

  private void arrive() {
    ui.until(() -> past.isOn() && !past.isUnderway());
  }

  private Difference difference(Kind kind, String address, String what) {
    return comparing.rows().stream()
        .filter(row -> row.kind() == kind && row.address().equals(address))
        .filter(row -> row.what().equals(what))
        .findFirst()
        .orElseThrow(() -> new AssertionError(comparing.rows()));
  }

  @Test
  @DisplayName("of which nothing is different says so")
  void findsNothing() {
    compare();
    assertThat(comparing.rows()).isEmpty();
    assertThat(comparing.placeholder()).isEqualTo("Nothing is different.");
    assertThat(comparing.title()).isEqualTo("From 14:03:10 to 14:04:10");
    assertThat(comparing.differs("/user:noor")).isFalse();
  }

  @Test
  @DisplayName("tells by how much the use of a limit has moved, what was and what is, exactly")
  void tellsUse() {
    var _ = world.use("/user:noor/run:r9", ResourceType.MEMORY, 850, 850);
    compare();
    Difference memory = difference(Kind.USE, "/user:noor", "Memory");
    assertThat(memory.before()).isEqualTo("0 % · 0 B of 1000 B");
    assertThat(memory.after()).isEqualTo("85 % · 850 B of 1000 B");
    assertThat(memory.change()).isEqualTo("+850 B");
    assertThat(memory.size()).isEqualTo(0.85);
    assertThat(memory.level()).isEqualTo(Level.WARNING);
    assertThat(memory.quantities())
        .filteredOn(Difference.Quantity::differs)
        .extracting(each -> each.name() + " " + each.beforeText() + " " + each.afterText())
        .contains("Headroom 1,000 bytes 150 bytes");
    assertThat(comparing.rows().getFirst().path().text()).startsWith("/user:noor");
    assertThat(comparing.differs("/user:noor")).isTrue();
    assertThat(comparing.differs("/user:marie")).isFalse();
  }

  @Test
  @DisplayName("tells which scopes have come, which alerts, and who waits")
  void tellsWhatCame() {
    var _ = world.use("/user:noor/run:r9", ResourceType.MEMORY, 850, 850);
    List<RequestLine> more = List.of(RequestLine.required(ResourceType.MEMORY, 500));
    var _ = world.allocate("/user:noor/run:r9", more, Duration.ofMinutes(5));
    compare();
    assertThat(difference(Kind.SCOPE, "/user:noor/run:r9", "came").before()).isEqualTo("–");
    assertThat(difference(Kind.ALERT, "/user:noor", "Memory limit at 80 %").after())
        .isEqualTo("Warning");
    assertThat(difference(Kind.WAITING, "/user:noor", "Waiting at and below").change())
        .isEqualTo("+1");
    comparing.choose(Optional.of(Kind.ALERT));
    assertThat(comparing.rows()).hasSize(2).allMatch(row -> row.kind() == Kind.ALERT);
    assertThat(comparing.summary()).matches("2 of \\d+ differences at \\d+ scopes");
    comparing.filter("marie");
    assertThat(comparing.rows()).isEmpty();
    assertThat(comparing.placeholder()).isEqualTo("No difference is like that.");
  }

  @Test
  @DisplayName("tells field by field what somebody has changed, before all that came of it")
  void tellsChanges() {
    world.raise("/user:noor", ResourceType.MEMORY, 4_000);
    world.limit("/user:oskar", ResourceType.TOKENS, 50);
    compare();
    assertThat(comparing.rows().subList(0, 2))
        .extracting(Difference::kind)
        .containsOnly(Kind.TERMS);
    assertThat(difference(Kind.TERMS, "/user:oskar", "user oskar · Tokens").before())
        .isEqualTo("–");
    assertThat(difference(Kind.USE, "/user:noor", "Memory").change())
        .isEqualTo("allowance +2.9 KiB");
  }

  @Test
  @DisplayName("goes on with every instant that is shown, and ends where the kept one is let go of")
  void goesOn() {
    var _ = world.use("/user:noor/run:r9", ResourceType.MEMORY, 850, 850);
    compare();
    past.goToPart(0.9);
    arrive();
    ui.until(() -> comparing.rows().isEmpty() && !comparing.summary().isEmpty());
    assertThat(comparing.title()).startsWith("From 14:03:");
    past.unpin();
    assertThat(comparing.isOn()).isFalse();
    assertThat(comparing.title()).isEmpty();
  }

  @Test
  @DisplayName("can be written as comma-separated values, with every digit")
  void isWritten() {
    var _ = world.use("/user:noor/run:r9", ResourceType.MEMORY, 850, 850);
    compare();
    assertThat(comparing.csv())
        .startsWith("kind,scope,what,figure,before,after\r\n")
        .contains("\r\nUSE,/user:noor,MEMORY,HEADROOM,1000,150\r\n")
        .contains("\r\nSCOPE,/user:noor/run:r9,came,,–,there\r\n");
  }
}
