package dev.headroom.model;

/// How a contended pool is shared among its members (rule P4).
public enum SharingPolicy {
  PRIORITY,
  EQUAL,
  QUOTA,
  FAIR
}
