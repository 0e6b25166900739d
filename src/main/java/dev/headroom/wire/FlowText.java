package dev.headroom.wire;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Writes mappings and lists on one line, `{key: value, key: [1, 2]}`, in YAML's flow style or as
/// JSON. Used by one thread.
final class FlowText {
  /// The two ways to write a document.
  enum Style {
    YAML,
    JSON
  }

  /// What no YAML reader takes for anything but text, if it is none of [#YAML_WORDS] either.
  private static final Pattern YAML_PLAIN =
      Pattern.compile("[A-Za-z/](?:[A-Za-z0-9._~@+=/-]|:(?!$))*");

  private static final Set<String> YAML_WORDS =
      Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");

  private final Style style;
  private final StringBuilder text = new StringBuilder();

  /// Whether something stands before the next item, on the same level.
  private boolean another;

  FlowText(Style style) {
    this.style = style;
  }

  /// Begins the value of `key`, which the caller writes next.
  FlowText key(String key) {
    separate();
    text.append(style == Style.JSON ? '"' + key + '"' : key).append(": ");
    another = false;
    return this;
  }

  FlowText begin(char bracket) {
    separate();
    text.append(bracket);
    another = false;
    return this;
  }

  FlowText end(char bracket) {
    text.append(bracket);
    another = true;
    return this;
  }

  /// A text. None that a config holds has signs which quotes do not protect.
  FlowText word(String word) {
    separate();
    boolean plain =
        style == Style.YAML
            && YAML_PLAIN.matcher(word).matches()
            && !YAML_WORDS.contains(word.toLowerCase(Locale.ROOT));
    text.append(plain ? word : '"' + word + '"');
    another = true;
    return this;
  }

  /// A number, in digits, or `true` or `false`.
  FlowText bare(String value) {
    separate();
    text.append(value);
    another = true;
    return this;
  }

  private void separate() {
    if (another) {
      text.append(", ");
    }
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
