package dev.headroom.history.report;

import dev.headroom.history.rollup.HoldingRow;
import java.math.BigInteger;

/// What was reserved and in use of a type at a place over a span, put together row by row in order.
final class Held {
  private final Span span;
  private long cursor;
  BigInteger reserved = BigInteger.ZERO;
  BigInteger inUse = BigInteger.ZERO;
  BigInteger sampled = BigInteger.ZERO;
  long peak;
  long peakAt;
  long busiest;
  long busiestAt;
  long returned;
  long denied;
  private long reservedNow;
  private long inUseNow;
  private long sampledNow;
  private boolean begun;

  Held(Span span) {
    this.span = span;
    this.cursor = span.from();
  }

  /// Goes on with a row.
  ///
  /// @param end where its stretch ends
  void add(HoldingRow row, long end) {
    if (!begun) {
      begin(row);
    }
    hold(row.start());
    long until = Math.min(end, span.to());
    long millis = Math.max(0, until - row.start());
    reserved = reserved.add(row.reserved().integral(millis));
    inUse = inUse.add(row.inUse().integral(millis));
    sampled = sampled.add(row.sampled().integral(millis));
    stand(row);
    cursor = Math.max(cursor, until);
    peak(row.reserved().peak(), row.reserved().peakAt());
    if (row.busiest() > busiest) {
      busiest = row.busiest();
      busiestAt = row.busiestAt();
    }
    returned = Math.addExact(returned, row.returned());
    denied = Math.addExact(denied, row.denied());
  }

  /// As it stood at the beginning, where nothing had happened yet.
  void begin(HoldingRow first) {
    begun = true;
    reservedNow = first.reserved().opening();
    inUseNow = first.inUse().opening();
    sampledNow = first.sampled().opening();
    peak(reservedNow, span.from());
  }

  private void peak(long value, long at) {
    if (value > peak) {
      peak = value;
      peakAt = at;
    }
  }

  private void stand(HoldingRow row) {
    reservedNow = row.reserved().now();
    inUseNow = row.inUse().now();
    sampledNow = row.sampled().now();
  }

  /// All stood as it stands until an instant.
  private void hold(long until) {
    if (until > cursor) {
      BigInteger millis = BigInteger.valueOf(until - cursor);
      reserved = reserved.add(BigInteger.valueOf(reservedNow).multiply(millis));
      inUse = inUse.add(BigInteger.valueOf(inUseNow).multiply(millis));
      sampled = sampled.add(BigInteger.valueOf(sampledNow).multiply(millis));
      cursor = until;
    }
  }

  /// All stood as it stands until the end.
  void end() {
    hold(span.to());
  }
}
