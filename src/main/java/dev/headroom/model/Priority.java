package dev.headroom.model;

import java.util.List;

/// How urgent a request is. While it waits it is raised one level per aging interval (rule Q2).
public enum Priority {
  LOW,
  NORMAL,
  HIGH,
  CRITICAL;

  private static final List<Priority> ALL = List.of(values());

  /// Its weight when what there is is split: 1, 2, 4 or 8 (rule Q3, SHARING).
  public int weight() {
    return 1 << ordinal();
  }

  /// This priority raised by `levels`, up to CRITICAL.
  public Priority raised(long levels) {
    return ALL.get((int) Math.min(CRITICAL.ordinal(), ordinal() + levels));
  }

  /// The priority with that ordinal.
  public static Priority at(int ordinal) {
    return ALL.get(ordinal);
  }
}
