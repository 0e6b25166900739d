package dev.headroom.console.viewmodel.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.console.viewmodel.LoanBoard;
import dev.headroom.console.viewmodel.action.Attempt;
import dev.headroom.console.viewmodel.action.Bench;
import dev.headroom.model.ResourceType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Lending quota in the console (P7)")
final class LoanCaseTest {
  private final Bench bench = Bench.open();
  private final LoanBoard board = new LoanBoard(bench.desk);
  private LoanCase ada;

  /// Of 12 cores ada and bot-ci are guaranteed 4 each; ada holds one.
  @BeforeEach
  void share() {
    bench.world.quotaPool();
    bench.world.use("/user:ada", ResourceType.COMPUTE, 1_000, 0);
    ada = known("/user:ada");
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private LoanCase known(String address) {
    var loans = new LoanCase(bench.operator, board, address);
    bench.ui.until(loans::isKnown);
    return loans;
  }

  private static LoanCase.Wish wish(int borrower, String amount, String length) {
    return new LoanCase.Wish(0, 0, borrower, amount, length, "on leave");
  }

  private void lend(String amount) {
    ada.lend(wish(1, amount, "2h"));
    bench.ui.until(() -> ada.attempt().state() == Attempt.State.DONE);
    bench.ui.until(() -> !ada.loans().isEmpty());
  }

  @Test
  @DisplayName("says beside the amount what is unused now, and beforehand what it would do")
  void previews() {
    assertThat(ada.pools()).containsExactly("cores · Compute");
    assertThat(ada.usualLender(0)).isZero();
    assertThat(ada.unused(wish(1, "", ""))).isEqualTo("Unused now: 3 cores of its 4 cores");
    assertThat(ada.preview(wish(1, "2 cores", "2h")))
        .isEqualTo(
            "Until then user bot-ci is guaranteed 6 cores, and user ada 2 cores. Nothing is"
                + " revoked, also not at its end.");
  }

  @ParameterizedTest(name = "{1} cores to member {0} for {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0 | 1 core    | 2h   | to which other member
          1 | 3.1 cores | 2h   | more than can be lent
          1 | 0         | 2h   | at least 1
          1 | much      | 2h   | cores
          1 | 1 core    | 31d  | at most 30 days
          1 | 1 core    | soon | 2h
          """)
  @DisplayName("says while it is typed why it cannot be")
  void validates(int borrower, String amount, String length, String why) {
    assertThat(ada.problem(wish(borrower, amount, length))).contains(why);
    assertThat(ada.preview(wish(borrower, amount, length))).isEmpty();
  }

  @Test
  @DisplayName("lends, shows it at both, and calls it back, each with a reason")
  void lendsAndRecalls() {
    lend("2 cores");
    assertThat(ada.loans())
        .containsExactly(
            "Lends 2 cores of its quota of pool cores to user bot-ci until 16:02:10; used now: 0"
                + " cores of 2 cores");
    assertThat(board.sentences("/user:bot-ci")).startsWith("Borrows 2 cores of the quota");
    assertThat(board.sentences("/")).isEmpty();
    assertThat(ada.recallPreview(0)).contains("2 cores are guaranteed to user ada again at once");
    ada.recall(0, " ");
    assertThat(ada.attempt().text()).startsWith("Lent as q");
    ada.recall(0, "back");
    bench.ui.until(() -> ada.attempt().text().equals("Called back; used at most: 0 cores."));
    bench.ui.until(() -> ada.loans().isEmpty());
  }

  @Test
  @DisplayName("hands back what is borrowed")
  void handsBack() {
    lend("2 cores");
    LoanCase bot = known("/user:bot-ci");
    bench.ui.until(() -> bot.loans().size() == 1);
    assertThat(bot.isBorrowed(0)).isTrue();
    assertThat(ada.isBorrowed(0)).isFalse();
    bot.recall(0, "done with it");
    bench.ui.until(() -> bot.attempt().text().equals("Handed back; used at most: 0 cores."));
    bench.ui.until(() -> ada.loans().isEmpty());
  }

  @Test
  @DisplayName("does nothing without a reason")
  void wantsAReason() {
    ada.lend(new LoanCase.Wish(0, 0, 1, "1 core", "2h", " "));
    assertThat(ada.attempt().state()).isEqualTo(Attempt.State.IDLE);
  }

  @Test
  @DisplayName("says of a scope that is a member of no such pool that nothing can be lent")
  void nothingToLend() {
    assertThat(known("/user:ada/swarm:s1").pools()).isEmpty();
  }
}
