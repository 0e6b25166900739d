package dev.headroom.engine;

import dev.headroom.model.Listed;
import dev.headroom.model.WhatIf;
import java.util.ArrayList;
import java.util.List;

/// Keeps the first of what is added, and counts the rest.
final class Bounded<T> {
  private final List<T> first = new ArrayList<>();
  private int total;

  void add(T element) {
    total++;
    if (first.size() < WhatIf.LISTED_MAX) {
      first.add(element);
    }
  }

  Listed<T> listed() {
    return new Listed<>(first, total);
  }
}
