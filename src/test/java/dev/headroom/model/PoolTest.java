package dev.headroom.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A pool")
final class PoolTest {
  private static final ScopePath ADA = ScopePath.of("/user:ada");
  private static final ScopePath RUN = ScopePath.of("/user:ada/run:r");

  @Test
  @DisplayName(
      "P1: never refills, costs nothing, is shared by priority and borrows nothing, unless said"
          + " otherwise")
  void defaults() {
    Pool.Terms terms = Pool.Terms.of(10);
    assertThat(terms.replenishment()).isEmpty();
    assertThat(terms.costPerUnit()).isEqualTo(Price.NONE);
    assertThat(terms.sharing()).isEqualTo(SharingPolicy.PRIORITY);
    assertThat(terms.members()).isEmpty();
    assertThat(terms.borrowing()).isZero();
    assertThat(terms.thresholds()).isEqualTo(Thresholds.DEFAULT);
    assertThat(terms.onConflict()).isEmpty();
    assertThat(terms.withCapacity(3).capacity()).isEqualTo(3);
    assertThat(terms.replenished(5, Duration.ofMinutes(1)).replenishment())
        .contains(new Pool.Replenishment(5, Duration.ofMinutes(1)));
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, Amount.MAX + 1})
  @DisplayName("S6: has a capacity and a borrowing limit in range")
  void amounts(long amount) {
    assertThatThrownBy(() -> Pool.Terms.of(amount)).hasMessageStartingWith("a pool's capacity");
    assertThatThrownBy(() -> terms(List.of(), amount)).hasMessageStartingWith("a borrowing limit");
  }

  @ParameterizedTest(name = "{0} every {1}")
  @CsvSource({"1, PT0.001S", "9007199254740991, PT1S", "1, P366D", "1, PT0.999S", "24515000, PT1H"})
  @DisplayName("P3: refills by 1 or more every millisecond to 366 days")
  void replenishment(long amount, Duration interval) {
    assertThat(new Pool.Replenishment(amount, interval).interval()).isEqualTo(interval);
  }

  @ParameterizedTest(name = "{0} every {1}")
  @CsvSource({
    "0, PT1S",
    "-1, PT1S",
    "9007199254740992, PT1S",
    "1, PT0S",
    "1, PT-1S",
    "1, PT0.0001S",
    "1, PT1.0005S",
    "1, P366DT0.001S"
  })
  @DisplayName("P3: refills in no other way")
  void noReplenishment(long amount, Duration interval) {
    assertThatThrownBy(() -> new Pool.Replenishment(amount, interval))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageStartingWith("a replenish ");
  }

  @Test
  @DisplayName("names a member once")
  void memberTwice() {
    Pool.Member member = new Pool.Member(ADA, 1, 1);
    assertThatThrownBy(() -> terms(List.of(member, new Pool.Member(ADA, 2, 2)), 0))
        .hasMessage("a pool names a member twice: /user:ada");
  }

  @Test
  @DisplayName("P4: names at most a thousand members")
  void tooManyMembers() {
    List<Pool.Member> members =
        java.util.stream.IntStream.range(0, Pool.Terms.MEMBERS_MAX)
            .mapToObj(number -> new Pool.Member(ScopePath.of("/user:u" + number), 0, 1))
            .toList();
    assertThat(terms(members, 0).members()).hasSize(1000);
    List<Pool.Member> more = new java.util.ArrayList<>(members);
    more.add(new Pool.Member(ADA, 0, 1));
    assertThatThrownBy(() -> terms(more, 0))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage("a pool names at most 1000 members, not 1001");
  }

  @Test
  @DisplayName("P2: has members only where its stock is served")
  void memberElsewhere() {
    Pool.Terms terms = terms(List.of(new Pool.Member(RUN, 1, 1)), 0);
    assertThat(new Pool(new PoolId("a"), ADA, ResourceType.TIME, terms).path()).isEqualTo(ADA);
    assertThatThrownBy(
            () -> new Pool(new PoolId("a"), ScopePath.of("/user:b"), ResourceType.TIME, terms))
        .hasMessage("/user:ada/run:r is not below /user:b, so it cannot be a member of pool a");
  }

  @ParameterizedTest(name = "quota {0}, weight {1}: {2}")
  @CsvSource({
    "0, 1, true",
    "9007199254740991, 1000000, true",
    "-1, 1, false",
    "9007199254740992, 1, false",
    "0, 0, false",
    "0, 1000001, false"
  })
  @DisplayName("P4: gives members a quota and a weight in range")
  void members(long quota, int weight, boolean allowed) {
    if (allowed) {
      assertThat(new Pool.Member(ADA, quota, weight).weight()).isEqualTo(weight);
    } else {
      assertThatThrownBy(() -> new Pool.Member(ADA, quota, weight))
          .isInstanceOf(InvalidValueException.class);
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``    | a pool id has 1 to 128 characters, not 0
          a b   | ' ' at position 1 of a b is not allowed in a pool id
          a/b   | '/' at position 1 of a/b is not allowed in a pool id
          grüße | 'ü' at position 2 of grüße is not allowed in a pool id
          """)
  @DisplayName("has an id that is written like the name of a scope (S2)")
  void id(String text, String message) {
    assertThatThrownBy(() -> new PoolId(text))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage(message);
  }

  @Test
  @DisplayName("has an id of up to 128 characters")
  void idLength() {
    assertThat(new PoolId("p".repeat(128)).value()).hasSize(128);
    assertThatThrownBy(() -> new PoolId("p".repeat(129))).hasMessageContaining("not 129");
  }

  @Test
  @DisplayName("is named by its scope and id where it binds")
  void ref() {
    assertThat(new Pool(new PoolId("gpu"), ADA, ResourceType.COMPUTE, Pool.Terms.of(1)).ref())
        .isEqualTo(new ConstraintRef(ADA, ConstraintRef.Kind.POOL, "gpu"))
        .hasToString("/user:ada POOL gpu");
  }

  private static Pool.Terms terms(List<Pool.Member> members, long borrowing) {
    return new Pool.Terms(
        1,
        Optional.empty(),
        Price.NONE,
        SharingPolicy.FAIR,
        members,
        borrowing,
        Thresholds.DEFAULT,
        Optional.empty());
  }
}
