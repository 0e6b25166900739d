package dev.headroom.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A request (A1)")
final class RequestTest {
  private static final ScopePath ADA = ScopePath.of("/user:ada");
  private static final RequestLine LINE = RequestLine.required(ResourceType.TOKENS, 1);
  private static final AllocationRequest REQUEST = AllocationRequest.of(ADA, LINE);

  @Test
  @DisplayName("is of NORMAL priority, for an hour, and does not wait, unless said otherwise")
  void defaults() {
    assertThat(REQUEST.priority()).isEqualTo(Priority.NORMAL);
    assertThat(REQUEST.lease()).isEqualTo(Duration.ofHours(1));
    assertThat(REQUEST.maxWait()).isZero();
    assertThat(REQUEST.negotiable()).isFalse();
    assertThat(REQUEST.requeue()).isFalse();
    assertThat(REQUEST.purpose()).isEmpty();
    assertThat(REQUEST.labels()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 8, 9})
  @DisplayName("has 1 to 8 lines")
  void lines(int count) {
    RequestLine[] lines = Collections.nCopies(count, LINE).toArray(RequestLine[]::new);
    if (count >= 1 && count <= 8) {
      assertThat(AllocationRequest.of(ADA, lines).lines()).hasSize(count);
    } else {
      assertThatThrownBy(() -> AllocationRequest.of(ADA, lines))
          .hasMessage("a request has 1 to 8 lines, not " + count);
    }
  }

  @ParameterizedTest(name = "a lease of {0}: {1}")
  @CsvSource({
    "PT0S, false",
    "PT-1S, false",
    "PT0.0009S, false",
    "PT0.001S, true",
    "P30D, true",
    "P30DT0.001S, false"
  })
  @DisplayName("is for a millisecond to 30 days")
  void lease(Duration lease, boolean allowed) {
    if (allowed) {
      assertThat(REQUEST.withLease(lease).lease()).isEqualTo(lease);
    } else {
      assertThatThrownBy(() -> REQUEST.withLease(lease)).hasMessageStartingWith("a lease is");
      assertThatThrownBy(() -> new Command.Renew(new RequestId("r"), new AllocationId(1), lease))
          .hasMessageStartingWith("a lease is");
    }
  }

  @ParameterizedTest(name = "a wait of {0}: {1}")
  @CsvSource({
    "PT-0.001S, false",
    "PT0S, true",
    "PT0.0009S, false",
    "PT0.001S, true",
    "P30D, true",
    "P30DT0.001S, false"
  })
  @DisplayName("waits not at all to 30 days")
  void maxWait(Duration wait, boolean allowed) {
    if (allowed) {
      assertThat(REQUEST.waiting(wait).maxWait()).isEqualTo(wait);
    } else {
      assertThatThrownBy(() -> REQUEST.waiting(wait)).hasMessageStartingWith("a maximum wait is");
    }
  }

  @Test
  @DisplayName("can be made from another, changed in one thing")
  void copies() {
    AllocationRequest other =
        REQUEST.withPriority(Priority.HIGH).withPurpose("nightly build").waiting(Duration.ZERO);
    assertThat(other.priority()).isEqualTo(Priority.HIGH);
    assertThat(other.purpose()).isEqualTo("nightly build");
    assertThat(other.withPriority(Priority.NORMAL).withPurpose("")).isEqualTo(REQUEST);
  }

  @Test
  @DisplayName("carries a purpose and labels of bounded size")
  void words() {
    String longest = "w".repeat(Labels.LENGTH_MAX);
    assertThat(REQUEST.withPurpose(longest).purpose()).isEqualTo(longest);
    assertThatThrownBy(() -> REQUEST.withPurpose(longest + "w"))
        .hasMessage("a purpose or category has at most 256 characters, not 257");
    assertThat(labelled(labels(16)).labels()).hasSize(16);
    assertThatThrownBy(() -> labelled(labels(17))).hasMessage("at most 16 labels");
    assertThatThrownBy(() -> labelled(Map.of(longest + "w", "")))
        .hasMessageStartingWith("a label's name");
    assertThatThrownBy(() -> labelled(Map.of("", longest + "w")))
        .hasMessageStartingWith("a label's value");
  }

  private static Map<String, String> labels(int count) {
    return IntStream.range(0, count)
        .mapToObj(Integer::toString)
        .collect(Collectors.toMap(Function.identity(), Function.identity()));
  }

  private static UsageRecord labelled(Map<String, String> labels) {
    return new UsageRecord(
        new AllocationId(1), ResourceType.TOKENS, 0, Optional.empty(), "", labels);
  }

  @Nested
  @DisplayName("line")
  class Line {
    @Test
    @DisplayName("asks for at least 1, and for no less than its minimum")
    void amounts() {
      assertThatThrownBy(() -> RequestLine.required(ResourceType.TIME, 0))
          .hasMessageStartingWith("a requested amount must be between 1 and");
      RequestLine line = RequestLine.optional(ResourceType.TIME, 10);
      assertThat(line.minimum()).isEqualTo(10);
      assertThat(line.atLeast(1).minimum()).isEqualTo(1);
      assertThat(line.atLeast(10).minimum()).isEqualTo(10);
      assertThatThrownBy(() -> line.atLeast(0)).hasMessageStartingWith("a minimum must be");
      assertThatThrownBy(() -> line.atLeast(11))
          .hasMessage("a minimum of 11 is more than the amount 10");
    }

    @Test
    @DisplayName("has up to 8 alternatives, in order")
    void alternatives() {
      RequestLine line = RequestLine.optional(ResourceType.TIME, 10);
      for (int amount = 1; amount <= RequestLine.ALTERNATIVES_MAX; amount++) {
        line = line.orElse(ResourceType.TOKENS, amount);
      }
      assertThat(line.alternatives())
          .extracting(RequestLine.Alternative::amount)
          .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
      RequestLine full = line;
      assertThatThrownBy(() -> full.orElse(ResourceType.TOKENS, 9))
          .hasMessage("at most 8 alternatives");
      assertThatThrownBy(() -> new RequestLine.Alternative(ResourceType.TOKENS, 0))
          .hasMessageStartingWith("an alternative's amount");
    }
  }

  @Nested
  @DisplayName("id (A5)")
  class Id {
    @ParameterizedTest
    @ValueSource(strings = {"!", "~", "a", "7f3e-11", "{\"x\":1}"})
    @DisplayName("is any printable ASCII without spaces")
    void valid(String text) {
      assertThat(new RequestId(text)).hasToString(text);
    }

    @Test
    @DisplayName("is refused with the position of what is not")
    void invalid() {
      assertThatThrownBy(() -> new RequestId("a b"))
          .hasMessage("a request id has printable ASCII characters only; position 1 has U+0020");
      assertThatThrownBy(() -> new RequestId("ab\u007F")).hasMessageEndingWith("2 has U+007F");
      assertThatThrownBy(() -> new RequestId("é")).hasMessageEndingWith("0 has U+00E9");
      assertThatThrownBy(() -> new RequestId("")).hasMessageEndingWith("not 0");
    }

    @Test
    @DisplayName("has up to 128 characters")
    void length() {
      assertThat(new RequestId("x".repeat(128)).value()).hasSize(128);
      assertThatThrownBy(() -> new RequestId("x".repeat(129))).hasMessageEndingWith("not 129");
    }
  }

  @Nested
  @DisplayName("once granted has an allocation id that")
  class Allocation {
    @ParameterizedTest
    @CsvSource({"1, a1", "31, a1f", "9223372036854775807, a7fffffffffffffff"})
    @DisplayName("is written as a and hexadecimal digits, and read back")
    void text(long value, String text) {
      assertThat(new AllocationId(value)).hasToString(text).isEqualTo(AllocationId.of(text));
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(strings = {"", "a", "1f", "b1f", "ag", "a-1", "a0", "a8000000000000000", "a 1"})
    @DisplayName("has no other form")
    void malformed(String text) {
      assertThatThrownBy(() -> AllocationId.of(text)).isInstanceOf(InvalidValueException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1})
    @DisplayName("is positive")
    void notPositive(long value) {
      assertThatThrownBy(() -> new AllocationId(value))
          .hasMessage("an allocation id is positive, not " + value);
    }
  }

  @Test
  @DisplayName("Q2: rises by one priority per aging interval, up to CRITICAL")
  void aging() {
    assertThat(List.of(Priority.values()))
        .map(priority -> priority.raised(1))
        .containsExactly(Priority.NORMAL, Priority.HIGH, Priority.CRITICAL, Priority.CRITICAL);
    assertThat(Priority.LOW.raised(0)).isEqualTo(Priority.LOW);
    assertThat(Priority.LOW.raised(Long.MAX_VALUE - 3)).isEqualTo(Priority.CRITICAL);
    assertThat(List.of(Priority.values())).map(Priority::weight).containsExactly(1, 2, 4, 8);
  }
}
