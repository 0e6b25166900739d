package dev.headroom.engine;

import dev.headroom.model.Conflict;
import java.util.List;
import java.util.Optional;

/// What was decided about a request in a conflict, and why (rule Q8).
///
/// @param losses who lost what by it
/// @param ruling the administrator's word, if one has decided
/// @param cycle the deadlock that it was to break, if that was why
record Finding(
    Conflict.Verdict verdict,
    List<Conflict.Loss> losses,
    Optional<Conflict.Ruling> ruling,
    List<Conflict.Wait> cycle) {
  static Finding of(Conflict.Verdict verdict) {
    return of(verdict, List.of());
  }

  static Finding of(Conflict.Verdict verdict, List<Conflict.Loss> losses) {
    return new Finding(verdict, losses, Optional.empty(), List.of());
  }

  /// What an administrator has decided.
  static Finding of(Conflict.Verdict verdict, Conflict.Ruling ruling) {
    return new Finding(verdict, List.of(), Optional.of(ruling), List.of());
  }

  /// That one of a deadlock is denied.
  static Finding ofDeadlock(List<Conflict.Wait> cycle) {
    return new Finding(Conflict.Verdict.DEADLOCK, List.of(), Optional.empty(), cycle);
  }
}
