package dev.headroom.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.model.AllocationId;
import dev.headroom.model.CheckpointId;
import dev.headroom.model.Denial;
import dev.headroom.model.Event;
import dev.headroom.model.GrantedLine;
import dev.headroom.model.Outcome;
import dev.headroom.model.ScopePath;
import java.util.List;
import java.util.Optional;

/// What stories about restored checkpoints expect, written short.
final class Restorations {
  /// The run that is restored.
  static final String RUN = "/user:ada/run:r1";

  private Restorations() {}

  /// What became of each allocation by the last command.
  static List<Outcome.Restoration> restored(Story story) {
    return ((Outcome.Restored) story.answer()).allocations();
  }

  /// What became of the only one.
  static Outcome.Restoration only(Story story) {
    assertThat(restored(story)).hasSize(1);
    return restored(story).getFirst();
  }

  /// It has all that it had.
  static Outcome.Restoration became(AllocationId then, AllocationId now, GrantedLine... lines) {
    return new Outcome.Restoration(then, Optional.of(now), List.of(lines), List.of());
  }

  /// Only this one lacks something.
  static Outcome.NotRestored lacks(AllocationId then, Denial... denials) {
    return new Outcome.NotRestored(List.of(new Outcome.Lacking(then, List.of(denials))));
  }

  /// The first checkpoint of the run was restored.
  static Event.CheckpointRestored told(int reserved, int lacking) {
    return new Event.CheckpointRestored(ScopePath.of(RUN), new CheckpointId(1), reserved, lacking);
  }
}
