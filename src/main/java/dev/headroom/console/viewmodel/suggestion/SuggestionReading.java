package dev.headroom.console.viewmodel.suggestion;

import dev.headroom.console.viewmodel.Fact;
import java.util.List;

/// One suggestion in words.
///
/// @param id tells it from others
/// @param title what kind it is
/// @param scope what the scope is called
/// @param address the scope's path
/// @param what what is to be done
/// @param gain what that would have brought
/// @param kept how much of what is saved is left, from 0 to 1
/// @param evidence what was seen
/// @param how what callers have to change; empty where it is a change of the configuration
/// @param risk how much could go wrong
/// @param confidence how much evidence there is
/// @param dismissed who dismissed it, when and why; empty where nobody did
public record SuggestionReading(
    String id,
    String title,
    String scope,
    String address,
    String what,
    String gain,
    double kept,
    List<Fact> evidence,
    String how,
    String risk,
    String confidence,
    String dismissed) {
  /// Whether it can be staged.
  public boolean isConfiguration() {
    return how.isEmpty();
  }

  /// Whether it stays away.
  public boolean isDismissed() {
    return !dismissed.isEmpty();
  }
}
