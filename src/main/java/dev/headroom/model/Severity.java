package dev.headroom.model;

/// How urgent an alert is (rule T1).
public enum Severity {
  INFO,
  WARNING,
  CRITICAL
}
