package dev.headroom.console.viewmodel.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The lock against accidental edits")
final class EditLockTest {
  private long nanos;
  private Duration idle = Duration.ofMinutes(10);
  private final EditLock lock = new EditLock(() -> nanos, () -> idle);

  @Test
  @DisplayName("is closed at first, opened by hand, and closes after a while without an edit")
  void closesWhenIdle() {
    assertThat(lock.isUnlocked()).isFalse();
    lock.set(true);
    pass(Duration.ofMinutes(9));
    lock.use();
    pass(Duration.ofMinutes(10));
    assertThat(lock.isUnlocked()).isTrue();
    pass(Duration.ofSeconds(1));
    assertThat(lock.isUnlocked()).isFalse();
    idle = Duration.ofMinutes(30);
    assertThat(lock.isUnlocked()).as("it opens by hand only").isFalse();
  }

  @Test
  @DisplayName("takes another while at once")
  void followsThePreferences() {
    lock.set(true);
    pass(Duration.ofMinutes(2));
    idle = Duration.ofMinutes(1);
    assertThat(lock.isUnlocked()).isFalse();
  }

  private void pass(Duration span) {
    nanos += span.toNanos();
  }
}
