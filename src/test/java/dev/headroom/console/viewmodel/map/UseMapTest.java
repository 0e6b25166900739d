package dev.headroom.console.viewmodel.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.console.SmallWorld;
import dev.headroom.console.viewmodel.Clocks;
import dev.headroom.console.viewmodel.Desk;
import dev.headroom.console.viewmodel.Errands;
import dev.headroom.console.viewmodel.Level;
import dev.headroom.model.ResourceType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("The map of who uses what")
@Timeout(60)
final class UseMapTest {
  private final SmallWorld world = SmallWorld.open();
  private final Errands errands = new Errands();
  private final Desk desk =
      new Desk(world.instance(), errands, new Clocks(() -> Instant.EPOCH, System::nanoTime));
  private final UseMap map = new UseMap(desk);

  @AfterEach
  void close() {
    desk.close();
    world.close();
  }

  private void come() {
    map.resize(900, 600);
    map.refresh();
    errands.until(() -> map.placeholder().isEmpty());
  }

  private List<String> addresses(int depth) {
    return map.placed().stream()
        .filter(one -> one.depth() == depth && !one.cell().standIn())
        .map(one -> one.cell().address())
        .toList();
  }

  private PlacedCell at(String address) {
    return map.placed().stream()
        .filter(one -> one.cell().key().equals(address))
        .findFirst()
        .orElseThrow();
  }

  @Test
  @DisplayName(
      "shows those that use most of a type, with what is below them, and how near to limits")
  void shows() {
    come();
    assertThat(map.measure().title()).isEqualTo("Tokens");
    assertThat(addresses(1)).containsExactly("/user:marie", "/user:bot-ci", "/user:ada");
    assertThat(at("/user:bot-ci").cell().level()).isEqualTo(Level.OVER);
    assertThat(at("/user:bot-ci").cell().sentence())
        .isEqualTo("user bot-ci: 114,000 tokens, 27 % of all here. 114 % of its own limit.");
    assertThat(addresses(2)).contains("/user:ada/swarm:s2-nightly", "/user:ada/swarm:s1");
    assertThat(map.accessible()).contains("Tokens at /", "user marie: 212,000 tokens");
  }

  @Test
  @DisplayName("is looked into and out of, and keeps what was looked into selected")
  void isLookedInto() {
    come();
    map.select(at("/user:ada"));
    assertThat(map.lookInto()).isTrue();
    errands.until(() -> !addresses(1).isEmpty());
    assertThat(map.way()).containsExactly("/", "/user:ada");
    assertThat(addresses(1)).containsExactly("/user:ada/swarm:s2-nightly", "/user:ada/swarm:s1");
    map.lookUp();
    errands.until(() -> !addresses(1).isEmpty());
    assertThat(map.selected()).map(one -> one.cell().address()).contains("/user:ada");
    map.lookUp();
    assertThat(map.focusAddress()).isEqualTo("/");
  }

  @Test
  @DisplayName("moves by arrows to the neighbour of the same level, and stays at the edge")
  void moves() {
    come();
    PlacedCell first = map.selected().orElseThrow();
    map.move(-1, 0);
    assertThat(map.selected()).contains(first);
    map.move(1, 0);
    PlacedCell next = map.selected().orElseThrow();
    assertThat(next.box().x()).isGreaterThanOrEqualTo(first.box().right() - 1);
    map.move(-1, 0);
    assertThat(map.selected()).contains(first);
  }

  @Test
  @DisplayName("follows what is used without anything changing its place")
  void follows() {
    come();
    List<String> before = addresses(1);
    Box small = at("/user:ada").box();
    world.use("/user:ada/run:big", ResourceType.TOKENS, 1_000, 0);
    world.pass(Duration.ofSeconds(1));
    map.refresh();
    errands.until(() -> at("/user:ada").box().area() > small.area());
    assertThat(addresses(1)).isEqualTo(before);
  }

  @Test
  @DisplayName("shows what the day has cost, one level at a time, and says where it cost nothing")
  void showsCost() {
    come();
    map.measureBy(new Measure.Cost());
    errands.until(() -> map.placeholder().startsWith("Nothing at or below / uses"));
    assertThat(map.placed()).isEmpty();
  }

  @Test
  @DisplayName("says what kept it from showing a scope that is not there")
  void fails() {
    map.resize(900, 600);
    map.lookInto("/user:nobody");
    errands.until(() -> map.placeholder().contains("/user:nobody"));
    assertThat(map.placed()).isEmpty();
  }
}
