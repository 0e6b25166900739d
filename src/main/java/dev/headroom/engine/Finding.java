package dev.headroom.engine;

import dev.headroom.model.Conflict;
import dev.headroom.model.Denial;
import java.util.List;
import java.util.Optional;

/// What was decided about a request in a conflict, and why (rule Q8).
///
/// @param because what its lines lacked that were denied, cut or left out
/// @param losses who lost what by it
/// @param ruling the administrator's word, if one has decided
/// @param cycle the deadlock that it was to break, if that was why
record Finding(
    Conflict.Verdict verdict,
    List<Denial> because,
    List<Conflict.Loss> losses,
    Optional<Conflict.Ruling> ruling,
    List<Conflict.Wait> cycle) {
  static Finding of(Conflict.Verdict verdict, List<Denial> because) {
    return new Finding(verdict, because, List.of(), Optional.empty(), List.of());
  }

  /// That others had to lose something.
  static Finding of(Conflict.Verdict verdict, List<Denial> because, List<Conflict.Loss> losses) {
    return new Finding(verdict, because, losses, Optional.empty(), List.of());
  }

  /// What an administrator has decided.
  static Finding of(Conflict.Verdict verdict, List<Denial> because, Conflict.Ruling ruling) {
    return new Finding(verdict, because, List.of(), Optional.of(ruling), List.of());
  }

  /// The same, as an administrator's word brought it about, if one did.
  Finding by(Optional<Conflict.Ruling> whose) {
    return new Finding(verdict, because, losses, whose, cycle);
  }

  /// That one of a deadlock is denied.
  static Finding ofDeadlock(List<Denial> because, List<Conflict.Wait> cycle) {
    return new Finding(Conflict.Verdict.DEADLOCK, because, List.of(), Optional.empty(), cycle);
  }
}
