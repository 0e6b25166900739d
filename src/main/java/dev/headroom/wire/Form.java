package dev.headroom.wire;

import dev.headroom.model.Amount;
import dev.headroom.model.InvalidValueException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// How one value is written: knows what would be right, and reads what is there.
///
/// Numbers are digits and nothing else. `1e3`, `10_000`, `0x10`, `010` and `"10000"` mean different
/// things to different readers of YAML and JSON, so that none of them is taken for a number.
///
/// @param <T> what it reads
/// @param expected what would be right, to follow "must be"
/// @param reading reads a value, or notes at its place what is wrong with it
record Form<T>(String expected, Reading<T> reading) {

  private static final Pattern WHOLE_NUMBER = Pattern.compile("-?(0|[1-9]\\d{0,17})");
  private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9]\\d{0,17})(\\.\\d{1,18})?");

  /// Reads a value.
  ///
  /// @param <T> what it reads
  @FunctionalInterface
  interface Reading<T> {
    /// Returns what the node says; nothing where it is wrong, which is then noted.
    Optional<T> of(Node node, Place place);
  }

  Optional<T> read(Node node, Place place) {
    return reading.of(node, place);
  }

  /// A text that `parse` understands; what it throws becomes the problem's message.
  static <T> Form<T> text(String expected, Function<String, T> parse) {
    return new Form<>(
        expected,
        (node, place) -> {
          if (!(node instanceof Node.Scalar scalar) || scalar.kind() == Node.Kind.NULL) {
            return wrong(node, place, expected);
          }
          if (scalar.kind() != Node.Kind.TEXT) {
            return wrong(node, place, expected + ", in quotes if it looks like something else");
          }
          return understood(scalar, place, parse);
        });
  }

  /// A word of an enumeration.
  static <E extends Enum<E>> Form<E> word(Class<E> words) {
    List<String> names = Stream.of(words.getEnumConstants()).map(Enum::name).toList();
    String expected = "one of " + String.join(", ", names);
    return new Form<>(
        expected,
        (node, place) -> {
          if (!(node instanceof Node.Scalar scalar)) {
            return wrong(node, place, expected);
          }
          if (names.contains(scalar.text())) {
            return Optional.of(Enum.valueOf(words, scalar.text()));
          }
          place.note(
              node.line(),
              "must be "
                  + expected
                  + ", not "
                  + node.described()
                  + Nearest.question(scalar.text(), names));
          return Optional.empty();
        });
  }

  /// `true` or `false`; what else some readers of YAML take for them, such as `yes`, is refused.
  static Form<Boolean> flag() {
    String expected = "true or false";
    return new Form<>(
        expected,
        (node, place) -> {
          if (node instanceof Node.Scalar scalar && scalar.kind() == Node.Kind.BOOLEAN) {
            if (scalar.text().equals("true")) {
              return Optional.of(true);
            }
            if (scalar.text().equals("false")) {
              return Optional.of(false);
            }
          }
          return wrong(node, place, expected);
        });
  }

  /// A whole number from `least` to [Amount#MAX].
  static Form<Long> amount(long least) {
    return wholeNumber(least, Amount.MAX);
  }

  /// A whole number from `least` to `most`.
  static Form<Long> wholeNumber(long least, long most) {
    String expected =
        "a whole number from " + least + " to " + most + ", digits only and no quotes";
    return new Form<>(
        expected,
        (node, place) -> {
          if (number(node, WHOLE_NUMBER)) {
            long number = Long.parseLong(((Node.Scalar) node).text());
            if (number >= least && number <= most) {
              return Optional.of(number);
            }
          }
          return wrong(node, place, expected);
        });
  }

  /// A decimal that `parse` understands.
  static <T> Form<T> decimal(String expected, Function<BigDecimal, T> parse) {
    return new Form<>(
        expected,
        (node, place) -> {
          if (node instanceof Node.Scalar scalar && number(node, DECIMAL)) {
            return understood(scalar, place, text -> parse.apply(new BigDecimal(text)));
          }
          return wrong(node, place, expected);
        });
  }

  /// An ISO 8601 duration of exact length.
  static Form<Duration> duration() {
    String expected = "an ISO 8601 duration such as PT5M, PT1H30M or P1D";
    return text(
        expected,
        text -> {
          try {
            return Duration.parse(text);
          } catch (DateTimeParseException malformed) {
            throw new InvalidValueException("must be " + expected + ", not " + text);
          }
        });
  }

  /// An instant with its offset from UTC.
  static Form<Instant> instant() {
    String expected = "an instant such as 2026-03-04T15:00:00Z";
    return text(
        expected,
        text -> {
          try {
            return OffsetDateTime.parse(text).toInstant();
          } catch (DateTimeParseException malformed) {
            throw new InvalidValueException("must be " + expected + ", not " + text);
          }
        });
  }

  /// A list of `item`s; those that are wrong are noted and left out.
  static <T> Form<List<T>> list(Form<T> item) {
    String expected = "a list";
    return new Form<>(
        expected,
        (node, place) -> {
          if (!(node instanceof Node.Sequence sequence)) {
            return wrong(node, place, expected + ", [] if there is nothing in it");
          }
          List<T> values = new ArrayList<>();
          for (int index = 0; index < sequence.items().size(); index++) {
            item.read(sequence.items().get(index), place.item(index)).ifPresent(values::add);
          }
          return Optional.of(List.copyOf(values));
        });
  }

  /// A mapping with at most the keys `known`, from which `construct` takes what it needs.
  static <T> Form<T> mapping(List<String> known, Function<Members, Optional<T>> construct) {
    String expected = "a mapping with keys of " + String.join(", ", known);
    return new Form<>(
        expected,
        (node, place) ->
            node instanceof Node.Mapping mapping
                ? construct.apply(new Members(mapping, place, known))
                : wrong(node, place, expected));
  }

  /// The same value as something else; what `meaning` throws becomes the problem's message.
  <R> Form<R> as(Function<T, R> meaning) {
    return new Form<>(
        expected,
        (node, place) -> {
          try {
            return reading.of(node, place).map(meaning);
          } catch (InvalidValueException invalid) {
            place.note(node.line(), invalid.getMessage());
            return Optional.empty();
          }
        });
  }

  private static boolean number(Node node, Pattern form) {
    return node instanceof Node.Scalar scalar
        && scalar.kind() == Node.Kind.NUMBER
        && form.matcher(scalar.text()).matches();
  }

  private static <T> Optional<T> wrong(Node node, Place place, String expected) {
    place.note(node.line(), "must be " + expected + ", not " + node.described());
    return Optional.empty();
  }

  private static <T> Optional<T> understood(
      Node.Scalar scalar, Place place, Function<String, T> parse) {
    try {
      return Optional.of(parse.apply(scalar.text()));
    } catch (InvalidValueException invalid) {
      place.note(scalar.line(), invalid.getMessage());
      return Optional.empty();
    }
  }
}
