package dev.headroom.model;

/// Why one line could not be granted as asked (rule A4).
///
/// @param type what
/// @param requested how much was asked for
/// @param headroom how much the binding constraint would have granted; may be below zero where it
///   is overdrawn
/// @param binding the constraint with the least headroom
/// @param reason what kind of no it is
public record Denial(
    ResourceType type, long requested, long headroom, ConstraintRef binding, Reason reason) {

  /// Kinds of no, gravest first.
  public enum Reason {
    /// More than a limit ever allows.
    EXCEEDS_LIMIT,
    /// More than a pool ever holds.
    EXCEEDS_CAPACITY,
    /// Would fit only if a lifetime budget, or a window that outlasts the wait, were larger.
    BUDGET_EXHAUSTED,
    /// Would fit if others released.
    CONTENTION,
    /// The scope was closed while the request waited.
    SCOPE_CLOSED,
    /// The maximum wait passed.
    WAIT_TIMEOUT
  }
}
