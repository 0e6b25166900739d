package dev.headroom.console.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.client.InstanceInfo;
import dev.headroom.client.Link;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("How far what is shown can be trusted")
final class FreshnessTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private final Freshness freshness = new Freshness();

  @Test
  @DisplayName("is unknown until something came, and then it is live")
  void becomesLive() {
    assertThat(freshness.state(at(0))).isEqualTo(Freshness.State.CONNECTING);
    freshness.onFrame(7, at(1), at(1));
    assertThat(freshness.state(at(2))).isEqualTo(Freshness.State.LIVE);
  }

  @Test
  @DisplayName("is stale here after two seconds of silence, and says for how long")
  void goesStale() {
    freshness.onFrame(7, at(0), at(0));
    assertThat(freshness.state(at(2))).isEqualTo(Freshness.State.LIVE);
    assertThat(freshness.state(at(3))).isEqualTo(Freshness.State.STALE);
    assertThat(freshness.stateText(at(3), NOON)).isEqualTo("nothing heard for 3 s");
  }

  @Test
  @DisplayName("is stale elsewhere only after three heartbeats of a server")
  void isPatientWithServers() {
    freshness.onKind(InstanceInfo.Kind.REMOTE);
    freshness.onFrame(7, at(0), at(0));
    assertThat(freshness.state(at(15))).isEqualTo(Freshness.State.LIVE);
    assertThat(freshness.state(at(16))).isEqualTo(Freshness.State.STALE);
  }

  @Test
  @DisplayName("counts what a frozen view holds back, and a lost link outweighs the freezing")
  void countsWhatIsHeldBack() {
    freshness.onFrame(7, at(0), at(0));
    freshness.setPaused(true);
    freshness.onFrame(1211, at(1), at(1));
    assertThat(freshness.stateText(at(1), NOON)).isEqualTo("view frozen, 1,204 changes held back");
    freshness.onLink(new Link.Stale(NOON));
    assertThat(freshness.state(at(1))).isEqualTo(Freshness.State.STALE);
  }

  @Test
  @DisplayName("counts down to the next attempt where the connection is lost, and names the cause")
  void countsDown() {
    freshness.onFrame(7, at(0), at(0));
    freshness.onLink(new Link.Reconnecting(NOON, 3, NOON.plusSeconds(4), "connection refused"));
    assertThat(freshness.state(at(1))).isEqualTo(Freshness.State.RECONNECTING);
    assertThat(freshness.stateText(at(1), NOON))
        .isEqualTo("connection lost; attempt 3 in 4 s (connection refused)");
    assertThat(freshness.stateText(at(1), NOON.plusSeconds(5)))
        .isEqualTo("connection lost; attempt 3 under way (connection refused)");
    freshness.onLink(Link.fresh());
    assertThat(freshness.state(at(1))).isEqualTo(Freshness.State.LIVE);
  }

  @Test
  @DisplayName("is gone where the other side does not let this console in any more")
  void isRefused() {
    freshness.onFrame(7, at(0), at(0));
    freshness.onLink(new Link.Refused(NOON, "the token was revoked"));
    assertThat(freshness.state(at(1)).isStale()).isTrue();
    assertThat(freshness.stateText(at(1), NOON))
        .isEqualTo("not let in any more (the token was revoked)");
  }

  private static long at(long second) {
    return Duration.ofSeconds(second).toNanos();
  }
}
