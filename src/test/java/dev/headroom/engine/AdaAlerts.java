package dev.headroom.engine;

import static dev.headroom.engine.Deed.allocate;
import static dev.headroom.engine.Facts.constraint;
import static dev.headroom.engine.Facts.limit;
import static dev.headroom.engine.Story.given;
import static dev.headroom.model.ResourceType.MEMORY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.model.Alert;
import dev.headroom.model.AlertRef;
import dev.headroom.model.AlertState;
import dev.headroom.model.Command;
import dev.headroom.model.ScopePath;
import dev.headroom.model.ShelfLife;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Consumer;

/// The alerts of ada's memory, of which she may hold 100 bytes.
final class AdaAlerts {
  static final String ADA = "/user:ada";
  static final AlertRef AT_50 = at(ADA, 50);
  static final AlertRef AT_80 = at(ADA, 80);

  private AdaAlerts() {}

  static AlertRef at(String path, int percent) {
    return new AlertRef(constraint(path + " LIMIT MEMORY"), percent);
  }

  static Deed shelve(AlertRef alert, ShelfLife life) {
    return shelve(new Command.Shelvable.One(alert), life);
  }

  static Deed shelve(String path, ShelfLife life) {
    return shelve(new Command.Shelvable.Subtree(ScopePath.of(path)), life);
  }

  static Deed shelve(Command.Shelvable what, ShelfLife life) {
    return (_, id) -> new Command.ShelveAlerts(id, what, life, "eve", "known");
  }

  /// What is known of alerts, the gravest first: `100 ACTIVE`.
  static Consumer<Story> thenKnown(String... expected) {
    return story ->
        assertThat(all(story))
            .extracting(alert -> alert.percent() + " " + alert.life().state())
            .containsExactly(expected);
  }

  static List<Alert> all(Story story) {
    return story.look().alerts(ScopePath.ROOT, EnumSet.allOf(AlertState.class), story.now());
  }

  /// 100 bytes at ada, of which so many are held by `a`, and none by others.
  static Story holding(long bytes) {
    return given(limit(ADA, MEMORY, 100)).when(allocate("a", ADA, MEMORY, bytes));
  }
}
