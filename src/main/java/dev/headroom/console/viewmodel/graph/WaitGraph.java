package dev.headroom.console.viewmodel.graph;

import java.util.List;

/// Who waits for whom.
///
/// @param nodes who and what
/// @param edges who waits where, and who holds it
/// @param remark what is not shown, or what circles there are, in a sentence; may be empty
public record WaitGraph(List<WaitNode> nodes, List<WaitEdge> edges, String remark) {
  /// Nobody waits.
  static final WaitGraph NOBODY = new WaitGraph(List.of(), List.of(), "");
}
