package dev.headroom.engine;

import dev.headroom.model.Enforcement;
import dev.headroom.model.GrantedLine;
import dev.headroom.model.Limit;
import dev.headroom.model.Standing;
import java.time.Instant;
import java.util.List;

/// What only a soft limit has: since when it is exceeded, and what it has charged (rule L6).
final class SoftLimit {
  /// No instant.
  static final long NEVER = Long.MAX_VALUE;

  private static final List<List<GrantedLine.Flag>> FLAGS =
      List.of(
          List.of(),
          List.of(GrantedLine.Flag.GRACE),
          List.of(GrantedLine.Flag.OVERAGE),
          List.of(GrantedLine.Flag.GRACE, GrantedLine.Flag.OVERAGE));

  /// What it limits, by the ordinal of its type.
  final int type;

  /// Where the limit lies, as [LimitBook] counts places.
  int place;

  Limit.Terms terms;
  Enforcement.Soft soft;

  /// When use first exceeded the allowance in this window; [#NEVER] while it does not.
  long exceededSince = NEVER;

  /// What was charged in this window, in millionths of a credit.
  long charged;

  /// How it stood when that was last told.
  Standing told = Standing.WITHIN;

  /// The window end at which it is looked at already.
  long looksAt = NEVER;

  SoftLimit(int type, int place, Limit.Terms terms, Enforcement.Soft soft) {
    this.type = type;
    this.place = place;
    this.terms = terms;
    this.soft = soft;
  }

  SoftLimit(SoftLimit other) {
    this(other.type, other.place, other.terms, other.soft);
    this.exceededSince = other.exceededSince;
    this.charged = other.charged;
    this.told = other.told;
    this.looksAt = other.looksAt;
  }

  boolean isExceeded() {
    return exceededSince != NEVER;
  }

  /// How it stands at `at`, as far as is known now.
  Standing standing(long at) {
    return standing(exceededSince, at);
  }

  /// How it stands at `at` if it has been exceeded since an instant, or [#NEVER].
  Standing standing(long since, long at) {
    if (since == NEVER) {
      return Standing.WITHIN;
    }
    long until = since + soft.grace().toMillis();
    return at < until ? new Standing.Grace(Instant.ofEpochMilli(until)) : Standing.OVERAGE;
  }

  /// How it would stand at `now` if so much were used: what is granted or consumed now may be what
  /// exceeds it.
  Standing standingWith(long used, long allowance, long now) {
    if (used <= allowance) {
      return Standing.WITHIN;
    }
    return standing(isExceeded() ? exceededSince : now, now);
  }

  /// The flag of what is granted under a limit that stands like this, as a bit; 0 for none.
  static int bit(Standing standing) {
    return switch (standing) {
      case Standing.Within _ -> 0;
      case Standing.Grace _ -> 1 << GrantedLine.Flag.GRACE.ordinal();
      case Standing.Overage _ -> 1 << GrantedLine.Flag.OVERAGE.ordinal();
    };
  }

  static List<GrantedLine.Flag> flags(int bits) {
    return FLAGS.get(bits);
  }

  static int bits(List<GrantedLine.Flag> flags) {
    int bits = 0;
    for (GrantedLine.Flag flag : flags) {
      bits |= 1 << flag.ordinal();
    }
    return bits;
  }
}
