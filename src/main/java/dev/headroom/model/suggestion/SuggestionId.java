package dev.headroom.model.suggestion;

import dev.headroom.model.InvalidValueException;
import dev.headroom.model.ScopePath;
import java.util.Locale;
import java.util.regex.Pattern;

/// What tells a suggestion from all others of its instance: what it is about, not what it says.
///
/// @param value 16 hexadecimal digits
public record SuggestionId(String value) implements Comparable<SuggestionId> {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{16}");
  private static final long PRIME = 0x100000001b3L;
  private static final long BASIS = 0xcbf29ce484222325L;

  /// @throws InvalidValueException where it is no such id
  public SuggestionId {
    if (!FORM.matcher(value).matches()) {
      throw new InvalidValueException(
          "a suggestion's id has 16 digits of 0 to 9 and a to f: " + value);
    }
  }

  /// The id of what is about something: FNV-1a of its words.
  static SuggestionId of(SuggestionKind kind, ScopePath path, String subject) {
    String words = kind + " " + path + " " + subject;
    long hash = BASIS;
    for (int at = 0; at < words.length(); at++) {
      hash = (hash ^ words.charAt(at)) * PRIME;
    }
    return new SuggestionId(String.format(Locale.ROOT, "%016x", hash));
  }

  @Override
  public int compareTo(SuggestionId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
