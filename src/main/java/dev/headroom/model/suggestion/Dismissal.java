package dev.headroom.model.suggestion;

import dev.headroom.model.InvalidValueException;
import dev.headroom.model.Labels;
import dev.headroom.model.ScopePath;
import dev.headroom.model.report.Decimals;
import java.math.BigDecimal;
import java.time.Instant;

/// That a suggestion is not wanted. It stays away until its evidence changes: until what it is
/// about differs from `basis`, or what it would bring in an hour is a quarter more than `hourly`.
///
/// @param id of the suggestion
/// @param path the scope that it is about
/// @param basis as the suggestion's remedy says
/// @param hourly as the suggestion says
/// @param author who; not empty
/// @param reason why; not empty
/// @param at when
public record Dismissal(
    SuggestionId id,
    ScopePath path,
    String basis,
    BigDecimal hourly,
    String author,
    String reason,
    Instant at) {
  /// Most characters of a reason.
  public static final int REASON_MAX = 4 * Labels.LENGTH_MAX;

  /// Most characters of a basis.
  public static final int BASIS_MAX = 8192;

  private static final BigDecimal QUARTER_MORE = new BigDecimal("1.25");

  /// @throws InvalidValueException without author or reason, or where one is too long
  public Dismissal {
    hourly = Decimals.normal(hourly);
    if (author.isBlank() || reason.isBlank()) {
      throw new InvalidValueException("a dismissal names its author and reason");
    }
    if (author.length() > Labels.LENGTH_MAX
        || reason.length() > REASON_MAX
        || basis.length() > BASIS_MAX) {
      throw new InvalidValueException(
          "an author has at most %d characters, a reason %d, a basis %d",
          Labels.LENGTH_MAX, REASON_MAX, BASIS_MAX);
    }
  }

  /// The same, at another time.
  public Dismissal at(Instant when) {
    return new Dismissal(id, path, basis, hourly, author, reason, when);
  }

  /// That a dismissal is taken back.
  ///
  /// @param id of the suggestion
  /// @param path the scope that it is about
  public record Recall(SuggestionId id, ScopePath path) {
    /// Whether it is about that dismissal.
    public boolean isOf(Dismissal dismissal) {
      return dismissal.id().equals(id) && dismissal.path().equals(path);
    }
  }

  /// Of one suggestion as it is.
  public static Dismissal of(Suggestion suggestion, String author, String reason, Instant at) {
    return new Dismissal(
        suggestion.id(),
        suggestion.path(),
        suggestion.remedy().basis(),
        suggestion.hourly(),
        author,
        reason,
        at);
  }

  /// Whether it keeps a suggestion away.
  public boolean covers(Suggestion suggestion) {
    return suggestion.id().equals(id)
        && suggestion.remedy().basis().equals(basis)
        && suggestion.hourly().compareTo(hourly.multiply(QUARTER_MORE)) < 0;
  }
}
