package dev.headroom.console.viewmodel;

import dev.headroom.model.ConstraintRef;

/// One constraint of a chain, ready to be drawn as a row.
///
/// @param scope the name of the scope that has it; `/` for the root
/// @param terms what it is, for example `limit 40k per day · hard` or `pool llm`
/// @param bar how full it is
/// @param left what it would still grant, for example `1.2k left`
/// @param binding whether it is the one with the least headroom
/// @param constraint which it is
public record ChainReading(
    String scope,
    String terms,
    BarReading bar,
    String left,
    boolean binding,
    ConstraintRef constraint) {
  /// The address of the scope that has it.
  public String path() {
    return constraint.path().text();
  }
}
