package dev.headroom.model;

import java.util.List;

/// One change of the configuration. Versions start at 0, which means "does not exist yet"; every
/// applied change set gives what it touches the configuration's next version (rule L9).
public sealed interface Change {

  /// Replaces all limits of one scope.
  ///
  /// @param path the scope
  /// @param limits its limits from now on; every one at `path`, no key twice
  /// @param basedOn the version of the scope's limits that this was based on
  record PutLimits(ScopePath path, List<Limit> limits, long basedOn) implements Change {
    /// @throws InvalidValueException where a limit is of another scope or there are too many
    public PutLimits {
      limits = List.copyOf(limits);
      if (limits.size() > LIMITS_PER_SCOPE_MAX) {
        throw new InvalidValueException("a scope has at most %d limits", LIMITS_PER_SCOPE_MAX);
      }
      for (Limit limit : limits) {
        if (!limit.path().equals(path)) {
          throw new InvalidValueException("a limit of %s among those of %s", limit.path(), path);
        }
      }
      if (limits.stream().map(Limit::key).distinct().count() < limits.size()) {
        throw new InvalidValueException(
            "%s has two limits for one type and period (rule L1)", path);
      }
    }
  }

  /// Creates or replaces a pool. Its scope and type cannot change.
  ///
  /// @param pool the pool from now on
  /// @param basedOn the version of the pool that this was based on
  record PutPool(Pool pool, long basedOn) implements Change {}

  /// Removes a pool; allocations that it served keep what limits granted them.
  ///
  /// @param pool which
  /// @param basedOn the version of the pool that this was based on
  record RemovePool(PoolId pool, long basedOn) implements Change {}

  /// Replaces the settings.
  ///
  /// @param settings from now on
  /// @param basedOn the version of the settings that this was based on
  record PutSettings(Settings settings, long basedOn) implements Change {}

  /// Most limits of one scope.
  int LIMITS_PER_SCOPE_MAX = 64;
}
