package dev.headroom.model.filter;

/// Where a filter means nothing, and why.
///
/// @param from where what is wrong begins, in characters from 0
/// @param to where it ends
/// @param reason why
/// @param word what stands there
public record FilterFault(int from, int to, Reason reason, String word) {
  /// What can be wrong.
  public enum Reason {
    /// There is no such field.
    FIELD("there is no field '%s'; try tokens, memory, pressure, waiting, alerts, state or user"),
    /// There is no such state.
    STATE("there is no state '%s'; there are active, idle, waiting, alert, critical and full"),
    /// It is no number that the field could have.
    NUMBER("'%s' is no number here; try 80, 80% or 10k, 8GiB, 2h as the field is counted"),
    /// There is nothing to compare with, or to negate.
    MISSING("something is missing after '%s'");

    private final String form;

    Reason(String form) {
      this.form = form;
    }
  }

  /// What is wrong, in a sentence for people.
  public String sentence() {
    return reason.form.replace("%s", word) + " (at character " + (from + 1) + ")";
  }
}
