package dev.headroom.model;

import java.util.List;

/// The eight things that are shared, each with its unit (rules S4, S5).
public enum ResourceType {
  CREDITS("credit", false),
  TOKENS("token", false),
  API_CALLS("call", false),
  TIME("millisecond", false),
  MEMORY("byte", true),
  COMPUTE("millicore", true),
  STORAGE("byte", true),
  NETWORK("byte per second", true);

  /// All types in their order; shared, since `values()` copies.
  public static final List<ResourceType> ALL = List.of(values());

  private final String unit;
  private final boolean held;

  ResourceType(String unit, boolean held) {
    this.unit = unit;
    this.held = held;
  }

  /// The unit that amounts of this type count, in the singular.
  public String unit() {
    return unit;
  }

  /// Whether the type is *held*: release returns everything, and there are no windows.
  public boolean isHeld() {
    return held;
  }

  /// Whether the type is *spent*: what is consumed never comes back by release.
  public boolean isSpent() {
    return !held;
  }
}
