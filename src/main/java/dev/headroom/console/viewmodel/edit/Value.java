package dev.headroom.console.viewmodel.edit;

import dev.headroom.console.viewmodel.Phrases;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.model.Limit;
import dev.headroom.model.Pool;
import dev.headroom.model.Settings;

/// A limit, a pool or the settings, with all that they say.
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

  /// The settings.
  record OfSettings(Settings settings) implements Value {
    @Override
    public Subject subject() {
      return new Subject.OfSettings();
    }

    @Override
    public String text() {
      return Wording.text("edit.settings");
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
