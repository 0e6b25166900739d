package dev.headroom.engine;

import dev.headroom.model.ScopePath;
import java.util.Comparator;
import java.util.Optional;

/// What one member of a pool has of it, and who waits there on its account (rule P4).
final class Share {
  /// By the least that a member would hold if one of those who wait were granted, then by path, all
  /// who are not members last.
  static final Comparator<Share> BY_CLAIM =
      Comparator.comparingLong((Share share) -> share.claim)
          .thenComparing(share -> share.member.isEmpty())
          .thenComparing(share -> share.member.orElse(ScopePath.ROOT));

  /// Whose share it is; empty for all together who are not members.
  final Optional<ScopePath> member;

  final int weight;

  /// What it is guaranteed under QUOTA now, what is lent and borrowed included.
  long quota;

  /// Those of its own who wait for the pool; each is in the pool's line as well.
  final WaitingLine line;

  /// What is reserved for it in the pool now.
  long held;

  /// [#held] and the least that someone who waits needs; kept while someone waits.
  long claim;

  Share(Optional<ScopePath> member, long quota, int weight, Site site) {
    this.member = member;
    this.quota = quota;
    this.weight = weight;
    this.line = new WaitingLine(site, true);
  }

  /// Whether it holds something or waits.
  boolean isActive() {
    return held > 0 || !line.isEmpty();
  }

  /// What it may still take of what it is guaranteed.
  long unclaimed() {
    return Math.max(0, quota - held);
  }
}
