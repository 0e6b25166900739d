package dev.headroom.console.viewmodel.edit;

import dev.headroom.console.viewmodel.Phrases;
import dev.headroom.model.Limit;
import dev.headroom.model.Pool;

/// A limit or a pool with all that it says.
public sealed interface Value {
  /// Which one it is.
  Subject subject();

  /// What it says, in a line.
  String text();

  /// A limit.
  record OfLimit(Limit limit) implements Value {
    @Override
    public Subject subject() {
      return new Subject.OfLimit(limit.path(), limit.key());
    }

    @Override
    public String text() {
      return Phrases.limit(limit);
    }
  }

  /// A pool.
  record OfPool(Pool pool) implements Value {
    @Override
    public Subject subject() {
      return new Subject.OfPool(pool.path(), pool.id());
    }

    @Override
    public String text() {
      return Phrases.pool(pool);
    }
  }
}
