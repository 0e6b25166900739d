package dev.headroom.history.rollup;

import java.math.BigInteger;

/// How something stood over a stretch of time: at its beginning and end, at most, and how much of
/// it over how long.
///
/// The integral is kept as what the changes lack of having been there from the beginning: the sum
/// of each change times the milliseconds before it, in 128 bits. So it can be told to any end
/// without knowing it beforehand: `now · (end − start) − lack`.
public final class Level {
  private static final BigInteger TWO_TO_64 = BigInteger.ONE.shiftLeft(64);

  long opening;
  long now;
  long lackHigh;
  long lackLow;
  long peak;
  long peakAt;

  /// One that stands so from the beginning.
  Level(long opening, long start) {
    this.opening = opening;
    this.now = opening;
    this.peak = opening;
    this.peakAt = start;
  }

  /// Changes it.
  ///
  /// @param after how many milliseconds after the beginning
  void change(long difference, long after, long at) {
    lack(Math.multiplyHigh(difference, after), difference * after);
    now = Math.addExact(now, difference);
    if (now > peak) {
      peak = now;
      peakAt = at;
    }
  }

  /// Goes on with what came next: one that begins as this one stands.
  ///
  /// @param after how many milliseconds after the beginning of this one
  void add(Level next, long after) {
    long difference = next.now - next.opening;
    lack(Math.multiplyHigh(difference, after), difference * after);
    lack(next.lackHigh, next.lackLow);
    now = Math.addExact(now, difference);
    if (next.peak > peak) {
      peak = next.peak;
      peakAt = next.peakAt;
    }
  }

  private void lack(long high, long low) {
    long sum = lackLow + low;
    long carry = Long.compareUnsigned(sum, low) < 0 ? 1 : 0;
    lackHigh += high + carry;
    lackLow = sum;
  }

  /// How it stood at the beginning.
  public long opening() {
    return opening;
  }

  /// How it stands at the end.
  public long now() {
    return now;
  }

  /// The most.
  public long peak() {
    return peak;
  }

  /// When it was that for the first time.
  public long peakAt() {
    return peakAt;
  }

  /// The sum over time, in units times milliseconds.
  ///
  /// @param millis how long from the beginning, at least to the last change
  public BigInteger integral(long millis) {
    BigInteger low = BigInteger.valueOf(lackLow);
    BigInteger unsigned = low.signum() < 0 ? low.add(TWO_TO_64) : low;
    BigInteger lack = BigInteger.valueOf(lackHigh).shiftLeft(64).add(unsigned);
    return BigInteger.valueOf(now).multiply(BigInteger.valueOf(millis)).subtract(lack);
  }
}
