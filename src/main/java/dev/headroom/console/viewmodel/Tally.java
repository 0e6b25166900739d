package dev.headroom.console.viewmodel;

/// What calls for attention at and below a scope.
///
/// @param critical how many critical alerts stand
/// @param warning how many warnings stand
/// @param info how many notices stand
/// @param waiting how many requests wait
public record Tally(int critical, int warning, int info, int waiting) {
  /// Nothing calls.
  public static final Tally NONE = new Tally(0, 0, 0, 0);

  /// All alerts, whatever their severity.
  public int alerts() {
    return critical + warning + info;
  }
}
