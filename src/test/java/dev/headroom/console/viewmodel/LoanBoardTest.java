package dev.headroom.console.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.client.Reply;
import dev.headroom.console.SmallWorld;
import dev.headroom.model.Change;
import dev.headroom.model.Command;
import dev.headroom.model.Pool;
import dev.headroom.model.PoolId;
import dev.headroom.model.PoolStatus;
import dev.headroom.model.QuotaLoan;
import dev.headroom.model.RequestId;
import dev.headroom.model.ScopePath;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("What is said of quota that is lent")
@Timeout(60)
final class LoanBoardTest {
  private static final ScopePath ADA = ScopePath.of("/user:ada");
  private static final ScopePath BOT = ScopePath.of("/user:bot-ci");

  private final SmallWorld world = SmallWorld.open();
  private final Errands ui = new Errands();
  private final ConsoleModel model = new ConsoleModel(world.instance(), Optional.empty(), ui);
  private final LoanBoard board = new LoanBoard(model.desk());

  @AfterEach
  void close() {
    model.close();
    world.close();
  }

  /// Ada lends bot-ci a core for an hour, which the pool's own terms say.
  private void lendByTerms() {
    world.quotaPool();
    PoolStatus status =
        ((Reply.Decided<PoolStatus>) world.instance().pool(new PoolId("cores"))).value();
    var loan =
        new QuotaLoan(BOT, 1_000, world.now().truncatedTo(ChronoUnit.MILLIS).plusSeconds(3600));
    List<Pool.Member> members =
        List.of(
            new Pool.Member(ADA, 4_000, 1).lending(List.of(loan)), new Pool.Member(BOT, 4_000, 1));
    Pool pool = status.pool();
    var lending = new Pool(pool.id(), pool.path(), pool.type(), pool.terms().withMembers(members));
    Change change = new Change.PutPool(lending, status.version());
    assertThat(
            world
                .instance()
                .apply(
                    new Command.ApplyChanges(new RequestId("t"), List.of(change), "ops", "help")))
        .isInstanceOf(Reply.Decided.class);
  }

  @Test
  @DisplayName("has what the terms of a pool say too, as long as that runs (P7)")
  void hasTerms() {
    lendByTerms();
    model.desk().start(ScopeTree.Listener.NOBODY);
    ui.until(() -> model.desk().take());
    board.refresh();
    ui.until(() -> !board.sentences(ADA.text()).isEmpty());
    assertThat(board.sentences(ADA.text()))
        .startsWith("Lends 1 core of its quota of pool cores to user bot-ci until")
        .endsWith("as the pool's terms say");
    assertThat(board.sentences(BOT.text())).startsWith("Borrows 1 core");
    assertThat(board.sentences("/user:marie")).isEmpty();
    world.pass(Duration.ofHours(2));
    ui.until(() -> model.desk().take() && board.sentences(ADA.text()).isEmpty());
  }
}
