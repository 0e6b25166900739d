package dev.headroom.console.viewmodel;

import dev.headroom.client.LiveFrame;
import dev.headroom.model.ScopePath;
import dev.headroom.model.ScopeStatus;

/// What calls for attention anywhere.
///
/// @param alerts how many stand
/// @param waiters how many requests wait
public record Attention(int alerts, int waiters) {
  /// Nothing does.
  static final Attention NONE = new Attention(0, 0);

  /// Who sees a part is told nothing of the whole, but how that part stands.
  ///
  /// @param home the highest scope that can be seen
  static Attention of(LiveFrame frame, ScopePath home) {
    for (ScopeStatus scope : frame.scopes()) {
      if (!home.isRoot() && scope.path().equals(home)) {
        return new Attention(scope.alerts().total(), scope.waiters());
      }
    }
    return new Attention(frame.alertCount(), frame.waiterCount());
  }
}
