package dev.headroom.model;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import java.util.Locale;
import java.util.Objects;

/// A value that no rule allows, refused where it was made. The message is written for the person or
/// program that supplied it: what is wrong, where, and what would be right.
public final class InvalidValueException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /// @param message what is wrong, where, and what would be right
  public InvalidValueException(String message) {
    super(message);
  }

  /// @param form a format for the message
  /// @param details what the format names
  @FormatMethod
  public InvalidValueException(@FormatString String form, Object... details) {
    super(String.format(Locale.ROOT, form, details));
  }

  /// What is wrong; never null here.
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
