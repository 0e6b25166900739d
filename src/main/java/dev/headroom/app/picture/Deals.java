package dev.headroom.app.picture;

import dev.headroom.client.Instance;
import dev.headroom.client.Reply;
import dev.headroom.console.view.ConsoleWindow;
import dev.headroom.model.AllocationId;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Command;
import dev.headroom.model.Outcome;
import dev.headroom.model.Pool;
import dev.headroom.model.PoolLending;
import dev.headroom.model.RequestId;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.SharingPolicy;
import dev.headroom.model.UsageRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;

/// What is done about pools before they are pictured.
final class Deals {
  private final Studio studio;
  private final Instance instance;

  Deals(Studio studio) {
    this.studio = studio;
    this.instance = studio.instance().shown();
  }

  /// Has the member with most to spare lend half of that to the one with least, and shows the
  /// lender with its loans.
  void lend() {
    Pool pool =
        Poses.require(instance.config()).config().pools().stream()
            .filter(each -> each.terms().sharing() == SharingPolicy.QUOTA)
            .findFirst()
            .orElseThrow();
    List<PoolLending.Share> members =
        Poses.require(instance.lending().of(pool.id())).members().stream()
            .sorted(Comparator.comparingLong(PoolLending.Share::lendable))
            .toList();
    PoolLending.Share lender = members.getLast();
    Instant now = instance.info().now().truncatedTo(ChronoUnit.MILLIS);
    Poses.require(
        instance
            .lending()
            .lend(
                new Command.LendQuota(
                    new RequestId("picture-loan"),
                    pool.id(),
                    lender.path(),
                    members.getFirst().path(),
                    lender.lendable() / 2,
                    now.plus(Duration.ofHours(2)),
                    "marie",
                    "on leave until noon")));
    studio.order(window -> window.goTo(lender.path().text()));
    studio.pass(Duration.ofMillis(100));
    studio.order(ConsoleWindow::showLoans);
    studio.pass(Duration.ofMillis(100));
    studio.pass(Duration.ofMillis(100));
  }

  /// Has three fifths of a priced pool consumed.
  void spend() {
    ScopePath path = ScopePath.of("/user:ada");
    RequestLine line = RequestLine.required(ResourceType.TOKENS, 600_000);
    Outcome.Allocated outcome =
        Poses.require(
            instance.allocate(new RequestId("picture-a"), AllocationRequest.of(path, line)));
    AllocationId allocation =
        outcome instanceof Outcome.Granted granted ? granted.allocation() : new AllocationId(1);
    var usage = UsageRecord.of(allocation, ResourceType.TOKENS, 600_000);
    Reply<Outcome.Used> used = instance.recordUsage(new RequestId("picture-u"), usage);
    Poses.require(used);
    studio.pass(Duration.ofMillis(100));
  }
}
