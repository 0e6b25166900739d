package dev.headroom.client;

import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import java.util.List;
import java.util.Optional;

/// What one window looks at. Say it again as often as it scrolls; the last word counts.
public interface LiveView extends Subscription {
  /// The scopes whose newest state is wanted; at most [#WATCHED_MAX], further ones are ignored.
  void watch(List<ScopePath> scopes);

  /// The scope and type whose chain of constraints is wanted too, if any.
  void explain(Optional<Focus> focus);

  /// Most scopes that one view watches.
  int WATCHED_MAX = 500;

  /// A scope and type that a page shows in full.
  record Focus(ScopePath path, ResourceType type) {}
}
