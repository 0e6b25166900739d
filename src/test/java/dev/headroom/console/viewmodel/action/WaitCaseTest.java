package dev.headroom.console.viewmodel.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.console.viewmodel.Fact;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ResourceType;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("One who waits")
final class WaitCaseTest {
  private static final String STEP = "/user:ada/swarm:s1/run:r7/step:4";
  private static final String LATER = "/user:ada/swarm:s1/run:r7/step:5";

  private final Bench bench = Bench.open();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  @DisplayName("says in a plain sentence what is missing where, and when it may fit")
  void saysWhatIsMissing() {
    WaitCase waiting = bench.waiting(STEP);
    assertThat(waiting.sentence())
        .startsWith("Needs 2.4k tokens; swarm s1 has 1k tokens left of its Tokens per day limit.")
        .contains("its patience ends in 17 min");
    assertThat(waiting.facts())
        .contains(new Fact("In line", "1 of 1"), new Fact("Waited", "2 min of 20 min"));
  }

  @Test
  @DisplayName("names who holds what it waits for")
  void namesTheHolders() {
    WaitCase waiting = bench.waiting("/user:ada/swarm:s1/run:r9");
    assertThat(waiting.holders())
        .extracting(Fact::name, Fact::value)
        .satisfiesExactly(
            holder -> assertThat(holder.toList().toString()).contains("run r8", "14 GiB"));
  }

  @Test
  @DisplayName("is granted over the limit, which is said before, and waits no more")
  void isGranted() {
    WaitCase waiting = bench.waiting(STEP);
    Remedy grant = remedy(waiting, "Grant over the limit");
    assertThat(grant.preview())
        .startsWith("Gets 2.4k tokens now: swarm s1 · Tokens per day limit is exceeded by 1.4k");
    waiting.decide(grant, "deadline tonight");
    bench.finish(waiting.attempt());
    assertThat(waiting.attempt().text()).isEqualTo("Granted over the limit. It waits no more.");
    bench.ui.until(() -> waiting.sentence().equals("It waits no more."));
    assertThat(waiting.remedies()).isEmpty();
  }

  @Test
  @DisplayName("is denied, and whoever is behind it reads by whom and why")
  void isDenied() {
    alsoWaits();
    WaitCase first = bench.waiting(STEP);
    Remedy deny = remedy(first, "Deny");
    assertThat(deny.preview()).isEqualTo("Its caller is told so, and 1 behind it move up.");
    first.decide(deny, "not today");
    bench.finish(first.attempt());
    assertThat(first.attempt().text()).isEqualTo("Denied. It waits no more.");

    WaitCase second = bench.waiting(LATER);
    assertThat(second.decisions())
        .anySatisfy(decision -> {
          assertThat(decision.name()).startsWith("step 4, ");
          assertThat(decision.value()).startsWith("denied after ").endsWith(", by ops: not today");
        });
  }

  @Test
  @DisplayName("comes to the place that was said when it is given another priority")
  void isRaised() {
    alsoWaits();
    WaitCase first = bench.waiting(STEP);
    assertThat(remedy(first, "Low").preview())
        .as("two minutes of waiting have raised it by two")
        .isEqualTo(
            "Comes to place 1 of 2 where priority decides, counting what waiting has raised it"
                + " to: High.");
    first.decide(remedy(first, "Low"), "can wait");
    bench.finish(first.attempt());

    WaitCase second = bench.waiting(LATER);
    assertThat(second.facts()).contains(new Fact("In line", "2 of 2"));
    Remedy raise = remedy(second, "Critical");
    assertThat(raise.preview()).startsWith("Comes to place 1 of 2 ");
    second.decide(raise, "camera-ready");
    bench.finish(second.attempt());
    assertThat(second.attempt().text()).isEqualTo("Done: Critical. It still waits.");
    bench.ui.until(() -> second.facts().contains(new Fact("In line", "1 of 2")));
  }

  @Test
  @DisplayName("gets its share of what is left when that is the strategy once")
  void isShared() {
    WaitCase waiting = bench.waiting(STEP);
    Remedy share = remedy(waiting, "Share");
    assertThat(share.preview()).startsWith("Splits the 1k tokens that are free among the 1 who");
    waiting.decide(share, "better than nothing");
    bench.finish(waiting.attempt());
    assertThat(waiting.attempt().state()).isEqualTo(Attempt.State.DONE);
  }

  @Test
  @DisplayName("takes from those who were named beforehand when preemption is the strategy once")
  void preempts() {
    alsoWaits();
    WaitCase waiting = bench.waiting(STEP);
    Remedy preempt = remedy(waiting, "Preempt");
    assertThat(preempt.preview()).isEqualTo("Revokes run r8 (600 tokens), step 3 (1.2k tokens).");
    waiting.decide(preempt, "the paper is due");
    bench.finish(waiting.attempt());
    assertThat(waiting.attempt().text()).isEqualTo("Done: Preempt. It waits no more.");
    assertThat(bench.waiting(LATER).decisions().getFirst().value())
        .startsWith("granted by preemption after 2 min")
        .contains("run r8 (600 tokens)", "step 3 (1.2k tokens)");
  }

  @Test
  @DisplayName("is not decided about without a reason")
  void wantsAReason() {
    WaitCase waiting = bench.waiting(STEP);
    waiting.decide(remedy(waiting, "Deny"), " ");
    assertThat(waiting.attempt().state()).isEqualTo(Attempt.State.IDLE);
  }

  private void alsoWaits() {
    bench.world.allocate(
        LATER, List.of(RequestLine.required(ResourceType.TOKENS, 2_000)), Duration.ofMinutes(20));
  }

  private static Remedy remedy(WaitCase waiting, String name) {
    return waiting.remedies().stream()
        .filter(remedy -> remedy.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
