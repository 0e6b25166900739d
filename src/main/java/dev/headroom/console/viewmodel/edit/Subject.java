package dev.headroom.console.viewmodel.edit;

import dev.headroom.console.viewmodel.Figures;
import dev.headroom.console.viewmodel.Phrases;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.model.LimitKey;
import dev.headroom.model.PoolId;
import dev.headroom.model.ScopePath;

/// What can be changed by itself: one limit, one pool, or the settings.
public sealed interface Subject {
  /// The scope that has it.
  ScopePath path();

  /// What it is called: `swarm s1 · Tokens per day`.
  String name();

  /// A limit of a scope.
  record OfLimit(ScopePath path, LimitKey key) implements Subject {
    @Override
    public String name() {
      String period = key.period().map(length -> " " + Phrases.per(length)).orElse("");
      return Wording.text("edit.name", Phrases.scope(path), Figures.name(key.type()) + period);
    }
  }

  /// The settings of the instance, which concern everybody.
  record OfSettings() implements Subject {
    @Override
    public ScopePath path() {
      return ScopePath.ROOT;
    }

    @Override
    public String name() {
      return Wording.text("edit.settings");
    }
  }

  /// A pool, owned by a scope.
  record OfPool(ScopePath path, PoolId pool) implements Subject {
    @Override
    public String name() {
      return Wording.text(
          "edit.name", Phrases.scope(path), Wording.text("constraint.pool", pool.value()));
    }
  }
}
