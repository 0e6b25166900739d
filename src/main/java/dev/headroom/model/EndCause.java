package dev.headroom.model;

/// How an allocation, or the wait for one, can end (rules A7, Q4).
public enum EndCause {
  RELEASED,
  EXPIRED,
  PREEMPTED,
  SCOPE_CLOSED
}
