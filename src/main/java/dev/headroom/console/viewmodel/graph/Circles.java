package dev.headroom.console.viewmodel.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds which edges of a graph are part of a circle: those whose end leads back to their
/// beginning. The graphs are small; a walk per edge is enough.
final class Circles {
  private final Map<String, List<String>> out = new HashMap<>();

  Circles(List<WaitEdge> edges) {
    for (WaitEdge edge : edges) {
      out.computeIfAbsent(edge.from(), _ -> new ArrayList<>()).add(edge.to());
    }
  }

  boolean isPart(WaitEdge edge) {
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(edge.to()));
    while (!open.isEmpty()) {
      String at = open.remove();
      if (at.equals(edge.from())) {
        return true;
      }
      if (seen.add(at)) {
        open.addAll(out.getOrDefault(at, List.of()));
      }
    }
    return false;
  }
}
