package dev.headroom.console.viewmodel.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.console.viewmodel.Level;
import dev.headroom.model.ResourceType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An alert")
final class AlertCaseTest {
  private final Bench bench = Bench.open();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  @DisplayName("at 100 % is acknowledged only with a note, and is then known to whoever said so")
  void needsANote() {
    AlertCase critical = open(bench.alert(line -> line.level() == Level.CRITICAL));
    assertThat(critical.needsNote()).isTrue();
    critical.acknowledge("  ");
    assertThat(critical.attempt().state()).isEqualTo(Attempt.State.IDLE);

    critical.acknowledge("the build is being stopped");
    bench.finish(critical.attempt());
    assertThat(critical.attempt().text()).startsWith("Acknowledged.");

    bench.board.show(AlertBoard.Show.ACKNOWLEDGED);
    AlertLine known = bench.alert(line -> line.key().equals(critical.line().key()));
    assertThat(known.state()).isEqualTo("known to ops");
    assertThat(open(known).facts())
        .anySatisfy(fact -> assertThat(fact.value()).isEqualTo("the build is being stopped"));
    assertThat(open(known).whyNotAcknowledge()).startsWith("It is acknowledged already.");
  }

  @Test
  @DisplayName("below 100 % is acknowledged without a note")
  void needsNoNote() {
    AlertCase warning = open(bench.alert(line -> line.level() == Level.WARNING));
    assertThat(warning.needsNote()).isFalse();
    warning.acknowledge("");
    bench.finish(warning.attempt());
    assertThat(warning.attempt().state()).isEqualTo(Attempt.State.DONE);
  }

  @Test
  @DisplayName("says before it is shelved with its subtree how many that hides, and does just that")
  void previewsAShelf() {
    AlertCase alert = open(bench.alert(line -> line.scope().equals("swarm s1")));
    assertThat(alert.reaches())
        .containsExactly(
            "Only this alert",
            "All at and below swarm s1",
            "All at and below user ada",
            "All at and below /");
    assertThat(alert.lives())
        .containsExactly("15 min", "1 h", "8 h", "until reset", "until cleared");

    alert.preview(2);
    bench.ui.until(() -> alert.preview().startsWith("Hides "));
    assertThat(alert.preview()).isEqualTo("Hides 7 now, 0 critical.");

    alert.shelve(2, 1, "known, the launch is tonight");
    bench.finish(alert.attempt());
    assertThat(alert.attempt().text()).isEqualTo("Shelved: 7 out of sight.");
  }

  @Test
  @DisplayName("is not shelved without a reason")
  void wantsAReason() {
    AlertCase alert = open(bench.alert(line -> line.scope().equals("swarm s1")));
    alert.shelve(0, 0, " ");
    assertThat(alert.attempt().state()).isEqualTo(Attempt.State.IDLE);
  }

  @Test
  @DisplayName("that is shelved says for how long still, and can be brought back")
  void comesBack() {
    AlertCase alert = open(bench.alert(line -> line.scope().equals("swarm s1")));
    alert.shelve(0, 2, "known");
    bench.finish(alert.attempt());

    bench.board.show(AlertBoard.Show.SHELVED);
    AlertLine shelved = bench.alert(line -> line.key().equals(alert.line().key()));
    assertThat(shelved.state()).isEqualTo("shelved, 8 h left");
    AlertCase hidden = open(shelved);
    assertThat(hidden.isShelved()).isTrue();
    assertThat(hidden.whyNotShelve()).isEqualTo("It is shelved already.");
    hidden.unshelve(0, "the launch is over");
    bench.finish(hidden.attempt());
    assertThat(hidden.attempt().text()).isEqualTo("Brought back: 1 to see again.");

    bench.board.show(AlertBoard.Show.OPEN);
    assertThat(bench.alert(line -> line.key().equals(alert.line().key())).state())
        .isEqualTo("active");
  }

  @Test
  @DisplayName("is one of a flood, in one row, where there are many below one parent")
  void foldsAFlood() {
    for (int run = 0; run < 12; run++) {
      bench.world.limit("/user:zoe/run:r" + run, ResourceType.TOKENS, 1_000);
      bench.world.use("/user:zoe/run:r" + run, ResourceType.TOKENS, 600, 600);
    }
    AlertLine flood = bench.alert(AlertLine::isFlood);
    assertThat(flood.scope()).isEqualTo("user zoe");
    assertThat(flood.constraint()).isEqualTo("12 alerts directly below");
    assertThat(open(flood).whyNotAcknowledge()).startsWith("A flood is many alerts");

    bench.board.unfold(flood);
    bench.ui.until(() -> bench.board.lines().rows().size() == 12);
    assertThat(bench.board.unfoldedText()).isEqualTo("below user zoe");
    assertThat(bench.board.lines().rows()).noneMatch(AlertLine::isFlood);
    bench.board.fold();
    assertThat(bench.alert(AlertLine::isFlood).key()).isEqualTo(flood.key());
  }

  private AlertCase open(AlertLine line) {
    return bench.board.open(line);
  }
}
