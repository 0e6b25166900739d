package dev.headroom.console.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.client.Instance;
import dev.headroom.client.Reply;
import dev.headroom.console.SmallWorld;
import dev.headroom.model.RequestId;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.ScopeStatus;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("The time machine")
@Timeout(30)
final class TimeMachineTest {
  private static final ScopePath LATE = ScopePath.of("/user:late");

  private final SmallWorld world = SmallWorld.open();
  private final Errands ui = new Errands();
  private final ConsoleModel model = new ConsoleModel(world.instance(), Optional.empty(), ui);

  @BeforeEach
  void look() {
    world.pass(Duration.ofMinutes(5));
    var _ = world.use(LATE.text(), ResourceType.TOKENS, 10, 0);
    model.desk().start(ScopeTree.Listener.NOBODY);
    ui.until(() -> model.desk().take());
  }

  @AfterEach
  void close() {
    model.close();
    world.close();
  }

  private void arrive() {
    ui.until(() -> model.past().isOn() && !model.past().isUnderway());
  }

  private boolean knowsLate() {
    return model.desk().instance().scope(LATE) instanceof Reply.Decided<ScopeStatus>;
  }

  @Test
  @DisplayName("shows how it was, where nothing can be changed, and comes back")
  void goesBack() {
    assertThat(knowsLate()).isTrue();
    model.past().enter();
    arrive();
    Instance then = model.desk().instance();
    assertThat(knowsLate()).isFalse();
    assertThat(then.info().now()).isEqualTo(world.now().minus(Duration.ofMinutes(1)));
    assertThat(then.info().readOnlyCause().orElseThrow()).startsWith("this is how it was at");
    assertThat(then.closeScope(new RequestId("x"), ScopePath.of("/user:ada")))
        .isInstanceOf(Reply.Refused.class);
    assertThat(model.past().text()).isEqualTo("As it was at 14:06:10");
    model.past().leave();
    assertThat(model.past().isOn()).isFalse();
    assertThat(model.desk().instance()).isSameAs(world.instance());
    assertThat(knowsLate()).isTrue();
  }

  @Test
  @DisplayName("goes no further than there is anything to see, either way")
  void staysWithin() {
    model.past().enter();
    arrive();
    model.past().step(Duration.ofDays(-1));
    arrive();
    assertThat(model.past().part()).isZero();
    model.past().step(Duration.ofDays(1));
    arrive();
    assertThat(model.past().isAtEnd()).isTrue();
    assertThat(knowsLate()).isTrue();
    model.past().goToPart(0.5);
    arrive();
    assertThat(model.past().part()).isEqualTo(0.5);
  }
}
