package dev.headroom.model.suggestion;

/// How great a risk is, or how sure one can be.
public enum Degree {
  LOW,
  MEDIUM,
  HIGH
}
