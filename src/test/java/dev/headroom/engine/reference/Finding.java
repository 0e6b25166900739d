package dev.headroom.engine.reference;

import dev.headroom.model.Conflict;
import dev.headroom.model.Denial;
import java.util.List;
import java.util.Optional;

/// What was decided about a request in a conflict, and why (rule Q8).
record Finding(
    Conflict.Verdict verdict,
    List<Denial> because,
    List<Conflict.Loss> losses,
    Optional<Conflict.Ruling> ruling,
    List<Conflict.Wait> cycle) {
  static Finding of(Conflict.Verdict verdict, List<Denial> because) {
    return new Finding(verdict, because, List.of(), Optional.empty(), List.of());
  }

  Finding costing(List<Conflict.Loss> those) {
    return new Finding(verdict, because, those, ruling, cycle);
  }

  Finding by(Optional<Conflict.Ruling> whose) {
    return new Finding(verdict, because, losses, whose, cycle);
  }

  Finding breaking(List<Conflict.Wait> which) {
    return new Finding(verdict, because, losses, ruling, which);
  }
}
