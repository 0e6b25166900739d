package dev.headroom.sandbox.trace;

import dev.headroom.model.GrantedLine;
import dev.headroom.model.ResourceType;
import dev.headroom.sandbox.trace.Work.Spending;
import java.util.List;

/// Work that has what it needs. What is left of it takes longer with fewer processors, in
/// proportion; what it has done by then stays done.
final class RunningJob {
  private final Work asked;
  private final boolean isWhole;
  private final boolean hadToWait;
  private final long waitedMillis;
  private final long since;
  private List<Spending> spends;
  private long millicores;
  private long endsAt;
  private boolean hasSpent;

  /// @param asked as it was asked for
  /// @param lines what it has of that
  /// @param since from when on, in epoch milliseconds
  /// @param hadToWait whether it has waited, ever
  /// @param waitedMillis for how long
  RunningJob(
      Work asked, List<GrantedLine> lines, long since, boolean hadToWait, long waitedMillis) {
    this.asked = asked;
    this.isWhole =
        lines.size() == asked.request().lines().size()
            && lines.stream().allMatch(line -> line.granted() == line.requested());
    this.hadToWait = hadToWait;
    this.waitedMillis = waitedMillis;
    this.since = since;
    this.spends = asked.spends();
    this.millicores = asked.millicores();
    this.endsAt = since + asked.runMillis();
    for (GrantedLine line : lines) {
      resize(since, line.type(), line.granted() - line.requested());
    }
  }

  Work asked() {
    return asked;
  }

  boolean isWhole() {
    return isWhole;
  }

  boolean hadToWait() {
    return hadToWait;
  }

  long waitedMillis() {
    return waitedMillis;
  }

  /// When it is done, in epoch milliseconds.
  long endsAt() {
    return endsAt;
  }

  /// Whether its lease ends with it, so that it expires rather than being released (rule A8).
  boolean expires() {
    return endsAt - since >= asked.request().lease().toMillis();
  }

  /// Whether it has said what it spent.
  boolean hasSpent() {
    return hasSpent;
  }

  void noteSpent() {
    hasSpent = true;
  }

  /// It has more of a type than before, or less. A job that is at its end already is not changed.
  void resize(long now, ResourceType type, long difference) {
    if (hasSpent || difference == 0) {
      return;
    }
    if (type == ResourceType.COMPUTE) {
      long after = millicores + difference;
      endsAt = now + (long) Math.ceil((double) (endsAt - now) * millicores / after);
      millicores = after;
      spends = spends.stream().map(each -> each.lasting(endsAt - since)).toList();
    } else if (difference < 0) {
      spends = spends.stream().map(each -> each.without(type, -difference)).toList();
    }
  }

  /// What it spends in all.
  List<Spending> spends() {
    return spends;
  }

  /// What it has spent so far, if it is stopped now.
  List<Spending> spentBy(long now) {
    double part = ran(now) / (double) (endsAt - since);
    return spends.stream().map(each -> each.by(part)).toList();
  }

  /// How long it has run by now, in milliseconds.
  long ran(long now) {
    return Math.max(0, now - since);
  }
}
