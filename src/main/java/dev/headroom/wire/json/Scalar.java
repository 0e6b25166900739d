package dev.headroom.wire.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.headroom.model.Amount;
import dev.headroom.model.InvalidValueException;
import dev.headroom.model.Money;
import dev.headroom.wire.Nearest;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Shapes of values that are no objects and no lists.
public final class Scalar {
  private static final DateTimeFormatter RFC_3339 =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

  /// A text of any length.
  public static final Shape<String> TEXT =
      text("a text", "", Function.identity(), Function.identity());

  /// `true` or `false`.
  public static final Shape<Boolean> FLAG =
      new Shape<>() {
        @Override
        public void write(Boolean value, JsonGenerator out) throws IOException {
          out.writeBoolean(value);
        }

        @Override
        public Optional<Boolean> read(JsonNode node, At at) {
          return node.isBoolean()
              ? Optional.of(node.booleanValue())
              : at.wrong("true or false", node);
        }

        @Override
        public ObjectNode schema(Schemas schemas) {
          return type("boolean");
        }
      };

  /// Any whole number: what an instance counts, which may lie beyond what can be asked for.
  public static final Shape<Long> LONG = whole(Long.MIN_VALUE, Long.MAX_VALUE);

  /// A whole number that a program counts things by.
  public static final Shape<Integer> INT = integer(Integer.MIN_VALUE, Integer.MAX_VALUE);

  /// A point of time with milliseconds, in UTC when written.
  public static final Shape<Instant> INSTANT =
      text(
          "a time as in RFC 3339, such as 2026-03-02T10:00:00.000Z",
          "date-time",
          Scalar::instant,
          RFC_3339::format);

  /// An ISO 8601 duration of exact length.
  public static final Shape<Duration> DURATION =
      text(
          "an ISO 8601 duration such as PT5M, PT1H30M or P1D",
          "duration",
          Duration::parse,
          Duration::toString);

  /// Credits with at most six decimals.
  public static final Shape<Money> MONEY =
      decimal("a cost in credits, such as 0.0125").as(Money::of, Money::credits);

  private Scalar() {}

  /// A text that says something.
  ///
  /// @param most characters
  static Shape<String> words(int most) {
    return new Shape<>() {
      @Override
      public void write(String value, JsonGenerator out) throws IOException {
        TEXT.write(value, out);
      }

      @Override
      public Optional<String> read(JsonNode node, At at) {
        boolean says = node.isTextual() && !node.textValue().isBlank();
        return says && node.textValue().length() <= most
            ? TEXT.read(node, at)
            : at.wrong("a text of 1 to " + most + " characters", node);
      }

      @Override
      public ObjectNode schema(Schemas schemas) {
        return type("string").put("minLength", 1).put("maxLength", most);
      }
    };
  }

  /// An amount that can be asked for.
  ///
  /// @param least 0 or 1
  public static Shape<Long> amount(long least) {
    return whole(least, Amount.MAX);
  }

  /// A whole number of a range.
  public static Shape<Integer> integer(int least, int most) {
    return whole(least, most).as(Math::toIntExact, Integer::longValue);
  }

  /// A whole number of a range.
  public static Shape<Long> whole(long least, long most) {
    String expected = "a whole number from " + least + " to " + most;
    return new Shape<>() {
      @Override
      public void write(Long value, JsonGenerator out) throws IOException {
        out.writeNumber(value);
      }

      @Override
      public Optional<Long> read(JsonNode node, At at) {
        boolean fits =
            node.isIntegralNumber()
                && node.canConvertToLong()
                && node.longValue() >= least
                && node.longValue() <= most;
        return fits ? Optional.of(node.longValue()) : at.wrong(expected, node);
      }

      @Override
      public ObjectNode schema(Schemas schemas) {
        return type("integer").put("minimum", least).put("maximum", most);
      }
    };
  }

  /// Any decimal number.
  ///
  /// @param expected what would be right, to follow "must be"
  static Shape<BigDecimal> decimal(String expected) {
    return new Shape<>() {
      @Override
      public void write(BigDecimal value, JsonGenerator out) throws IOException {
        out.writeNumber(value.toPlainString());
      }

      @Override
      public Optional<BigDecimal> read(JsonNode node, At at) {
        return node.isNumber() ? Optional.of(node.decimalValue()) : at.wrong(expected, node);
      }

      @Override
      public ObjectNode schema(Schemas schemas) {
        return type("number");
      }
    };
  }

  /// A word of an enumeration.
  public static <E extends Enum<E>> Shape<E> word(Class<E> words) {
    List<String> names = Stream.of(words.getEnumConstants()).map(Enum::name).toList();
    String expected = "one of " + String.join(", ", names);
    return new Shape<>() {
      @Override
      public void write(E value, JsonGenerator out) throws IOException {
        out.writeString(value.name());
      }

      @Override
      public Optional<E> read(JsonNode node, At at) {
        if (node.isTextual() && names.contains(node.textValue())) {
          return Optional.of(Enum.valueOf(words, node.textValue()));
        }
        String guess = node.isTextual() ? Nearest.question(node.textValue(), names) : "";
        return at.note("must be " + expected + guess);
      }

      @Override
      public ObjectNode schema(Schemas schemas) {
        ObjectNode schema = type("string");
        names.forEach(schema.putArray("enum")::add);
        return schema;
      }
    };
  }

  /// A text that `read` understands.
  ///
  /// @param expected what would be right, to follow "must be"
  /// @param format its format in a schema; empty for none
  /// @param read its [InvalidValueException] becomes the problem's text
  public static <T> Shape<T> text(
      String expected, String format, Function<String, T> read, Function<T, String> write) {
    return new Shape<>() {
      @Override
      public void write(T value, JsonGenerator out) throws IOException {
        out.writeString(write.apply(value));
      }

      @Override
      public Optional<T> read(JsonNode node, At at) {
        if (!node.isTextual()) {
          return at.wrong(expected, node);
        }
        try {
          return Optional.of(read.apply(node.textValue()));
        } catch (InvalidValueException invalid) {
          return at.note(invalid.getMessage());
        } catch (DateTimeException malformed) {
          return at.wrong(expected, node);
        }
      }

      @Override
      public ObjectNode schema(Schemas schemas) {
        ObjectNode schema = type("string");
        return format.isEmpty() ? schema : schema.put("format", format);
      }
    };
  }

  private static Instant instant(String text) {
    Instant instant = DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from);
    int year = instant.atOffset(ZoneOffset.UTC).getYear();
    boolean whole = instant.equals(instant.truncatedTo(ChronoUnit.MILLIS));
    if (!whole || year < 0 || year > 9999) {
      throw new InvalidValueException("must be a time in whole milliseconds, not " + text);
    }
    return instant;
  }

  private static ObjectNode type(String type) {
    return JsonNodeFactory.instance.objectNode().put("type", type);
  }
}
