package dev.headroom.server.disguise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.headroom.model.InvalidValueException;
import dev.headroom.model.RequestId;
import dev.headroom.model.ScopePath;
import dev.headroom.wire.json.Disguise;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A disguise")
final class DisguiseTest {
  private static final byte[] KEY = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private final ShownNumbers numbers = new ShownNumbers(new Permutation(KEY));
  private final Disguise disguise = new SubtreeDisguise(numbers, ScopePath.of("/user:bob"));

  /// As the engine counts: places, and how often each was used.
  private static LongStream numbersOf(Disguise.Kind kind) {
    SplittableRandom random = new SplittableRandom(1);
    return kind == Disguise.Kind.ALLOCATION
        ? LongStream.concat(
            LongStream.range(1, 5_000).map(place -> 1L << 32 | place),
            LongStream.generate(
                    () -> random.nextLong(1, 1L << 31) << 32 | random.nextLong(1, 1L << 27))
                .limit(5_000))
        : LongStream.concat(LongStream.range(1, 5_000), random.longs(5_000, 5_000, 1L << 52));
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("gives every number another that the engine never has, and finds it again")
  void findsAgain(Disguise.Kind kind) {
    long[] own = numbersOf(kind).distinct().toArray();
    Set<Long> shown = new HashSet<>();
    for (long number : own) {
      long there = numbers.shown(kind, number);
      assertThat(there).isPositive();
      assertThat(ShownNumbers.isShown(kind, there)).isTrue();
      assertThat(ShownNumbers.isShown(kind, number)).isFalse();
      assertThat(numbers.own(kind, there)).isEqualTo(number);
      shown.add(there);
    }
    assertThat(shown).hasSize(own.length);
  }

  @Test
  @DisplayName("shows the same for ever under one key, as another AES (OpenSSL's) finds it too")
  void isTheSameForEver() {
    assertThat(numbers.shown(Disguise.Kind.ALLOCATION, 1L << 32 | 1))
        .isEqualTo(6_772_045_847_414_265_181L);
    assertThat(numbers.shown(Disguise.Kind.CONFLICT, 1)).isEqualTo(8_869_807_643_637_806L);
    assertThat(numbers.shown(Disguise.Kind.EVENT, 1)).isEqualTo(5_164_816_817_660_772L);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("of numbers that follow each other shows no order: half of the steps go up")
  void hasNoOrder(Disguise.Kind kind) {
    long[] shown =
        numbersOf(kind).limit(4_999).map(number -> numbers.shown(kind, number)).toArray();
    long ups = IntStream.range(1, shown.length).filter(at -> shown[at - 1] < shown[at]).count();
    assertThat(ups).isBetween(2_300L, 2_700L);
  }

  @Test
  @DisplayName("is that of a token's subtree: what was never told is refused, 0 stays 0")
  void refusesOthers() {
    long shown = disguise.shown(Disguise.Kind.EVENT, 17);
    assertThat(shown).isBetween(1L << 52, (1L << 53) - 1);
    assertThat(disguise.own(Disguise.Kind.EVENT, shown)).isEqualTo(17);
    assertThat(disguise.own(Disguise.Kind.EVENT, 0)).isZero();
    assertThat(disguise.shown(Disguise.Kind.EVENT, 0)).isZero();
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> disguise.own(Disguise.Kind.ALLOCATION, 17));
  }

  @Test
  @DisplayName("of someone who sees all shows everything as it is, and understands what others see")
  void understandsOthers() {
    var owners = new OwnersDisguise(numbers);
    long shown = disguise.shown(Disguise.Kind.CONFLICT, 17);
    assertThat(owners.shown(Disguise.Kind.CONFLICT, 17)).isEqualTo(17);
    assertThat(owners.own(Disguise.Kind.CONFLICT, 17)).isEqualTo(17);
    assertThat(owners.own(Disguise.Kind.CONFLICT, shown)).isEqualTo(17);
    assertThat(owners.own(Disguise.Kind.VERSION, shown)).isEqualTo(shown);
  }

  @Test
  @DisplayName("keeps request ids of subtrees apart, however long they are (A5)")
  void keepsRequestIdsApart() {
    var other = new SubtreeDisguise(numbers, ScopePath.of("/user:ada"));
    for (RequestId id : new RequestId[] {new RequestId("r1"), new RequestId("x".repeat(128))}) {
      assertThat(disguise.own(id)).isEqualTo(disguise.own(id)).isNotEqualTo(other.own(id));
      assertThat(disguise.own(id)).isNotEqualTo(id);
    }
    assertThat(disguise.shown(disguise.own(new RequestId("r1")))).isEqualTo(new RequestId("r1"));
    assertThat(disguise.shown(new RequestId("r1"))).isEqualTo(new RequestId("r1"));
  }
}
