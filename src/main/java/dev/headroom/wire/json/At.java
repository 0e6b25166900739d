package dev.headroom.wire.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headroom.model.Refusal.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which value of a document is being read, and where to note what is wrong with it. For one
/// thread.
public final class At {
  /// More than anyone repairs in one go.
  public static final int PROBLEMS_MAX = 100;

  private static final int TEXT_LENGTH_MAX = 300;

  private final @Nullable At parent;
  private final String name;
  private final boolean strict;
  private final List<Problem> problems;

  private At(@Nullable At parent, String name, boolean strict, List<Problem> problems) {
    this.parent = parent;
    this.name = name;
    this.strict = strict;
    this.problems = problems;
  }

  /// A document of someone who wants something: a member that is not known is a mistake.
  public static At root() {
    return new At(null, "", true, new ArrayList<>());
  }

  /// A document of an instance, which may be newer and tell more than is understood here.
  public static At tolerantRoot() {
    return new At(null, "", false, new ArrayList<>());
  }

  /// The value of a member of the object at this place.
  public At member(String member) {
    return new At(this, member, strict, problems);
  }

  /// An item of the list at this place.
  public At item(int index) {
    return new At(this, Integer.toString(index), strict, problems);
  }

  boolean isStrict() {
    return strict;
  }

  /// Notes what is wrong here; what was quoted from the document is cut and made printable.
  ///
  /// @return nothing, which is what was understood
  public <T> Optional<T> note(String detail) {
    if (problems.size() < PROBLEMS_MAX) {
      problems.add(new Problem(shown(pointer()), shown(detail)));
    }
    return Optional.empty();
  }

  /// Notes what would be right here.
  public <T> Optional<T> wrong(String expected, JsonNode node) {
    return note("must be " + expected + ", not " + described(node));
  }

  /// What is wrong with the document so far, up to [#PROBLEMS_MAX].
  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  int count() {
    return problems.size();
  }

  /// @see "RFC 6901"
  private String pointer() {
    return parent == null
        ? ""
        : parent.pointer() + "/" + name.replace("~", "~0").replace("/", "~1");
  }

  private static String described(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> "an object";
      case ARRAY -> "a list";
      default -> node.toString();
    };
  }

  private static String shown(String text) {
    StringBuilder shown = new StringBuilder();
    for (int at = 0; at < text.length(); at++) {
      if (shown.length() >= TEXT_LENGTH_MAX) {
        return shown.append('…').toString();
      }
      char character = text.charAt(at);
      if (Character.isISOControl(character) || Character.isSurrogate(character)) {
        shown.append(String.format(Locale.ROOT, "\\u%04X", (int) character));
      } else {
        shown.append(character);
      }
    }
    return shown.toString();
  }
}
