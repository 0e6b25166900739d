package dev.headroom.history.suggestion;

import dev.headroom.model.LimitKey;
import dev.headroom.model.ResourceType;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// What came to pass at and below one scope. One thread.
final class Account {
  private static final int TYPES = ResourceType.ALL.size();

  final Map<LimitKey, LimitWatch> limits = new LinkedHashMap<>();
  final long[] consumed = new long[TYPES];
  long asked;
  long granted;
  long denied;
  long waited;
  long waitingMillis;
  long weightedMillis;
  long expired;
  long costMicros;

  private final long[] reserved = new long[TYPES];
  private final long[] since = new long[TYPES];
  private final BigInteger[] reservedTime = new BigInteger[TYPES];

  Account(long from) {
    Arrays.fill(since, from);
    Arrays.fill(reservedTime, BigInteger.ZERO);
  }

  void reserve(long at, int type, long difference) {
    settle(at, type);
    reserved[type] += difference;
    watch(type, watch -> watch.reserve(at, difference));
  }

  void consume(long at, int type, long amount) {
    consumed[type] += amount;
    watch(type, watch -> watch.consume(at, amount));
  }

  /// What is reserved when it begins to look.
  void open(int type, long already) {
    reserved[type] += already;
  }

  long reserved(int type) {
    return reserved[type];
  }

  /// `∫ reserved dt`, in unit seconds.
  BigInteger reservedTime(long to, ResourceType type) {
    settle(to, type.ordinal());
    return reservedTime[type.ordinal()].divide(BigInteger.valueOf(1000));
  }

  Optional<LimitWatch> watch(LimitKey key) {
    return Optional.ofNullable(limits.get(key));
  }

  private void settle(long at, int type) {
    if (reserved[type] != 0 && at > since[type]) {
      reservedTime[type] =
          reservedTime[type].add(
              BigInteger.valueOf(reserved[type]).multiply(BigInteger.valueOf(at - since[type])));
    }
    since[type] = at;
  }

  private void watch(int type, Consumer<LimitWatch> change) {
    for (LimitWatch watch : limits.values()) {
      if (watch.limit().type().ordinal() == type) {
        change.accept(watch);
      }
    }
  }
}
