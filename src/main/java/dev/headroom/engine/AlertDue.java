package dev.headroom.engine;

import dev.headroom.model.Command;
import dev.headroom.model.ScopePath;
import java.util.Comparator;

/// Something of the [AlertBook] that falls due: an alert is raised after its delay, what was
/// foretold is not believed any more, or a shelf's time is over.
///
/// @param at when, in epoch milliseconds
/// @param what which alert or scope is to be looked at
record AlertDue(long at, Command.Shelvable what) implements Comparable<AlertDue> {
  private static final Comparator<AlertDue> ORDER =
      Comparator.comparingLong(AlertDue::at)
          .thenComparing(due -> due.what instanceof Command.Shelvable.Subtree)
          .thenComparing(due -> path(due.what))
          .thenComparing(AlertDue::what, AlertDue::compareAlerts);

  @Override
  public int compareTo(AlertDue other) {
    return ORDER.compare(this, other);
  }

  private static ScopePath path(Command.Shelvable what) {
    return switch (what) {
      case Command.Shelvable.One(var alert) -> alert.constraint().path();
      case Command.Shelvable.Subtree(var path) -> path;
    };
  }

  private static int compareAlerts(Command.Shelvable one, Command.Shelvable other) {
    return one instanceof Command.Shelvable.One(var alert)
            && other instanceof Command.Shelvable.One(var second)
        ? alert.compareTo(second)
        : 0;
  }
}
