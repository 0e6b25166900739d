package dev.headroom.engine;

import static dev.headroom.engine.Deed.allocate;
import static dev.headroom.engine.Deed.release;
import static dev.headroom.engine.Deed.set;
import static dev.headroom.engine.Facts.member;
import static dev.headroom.engine.Facts.no;
import static dev.headroom.engine.Facts.pool;
import static dev.headroom.engine.Facts.shared;
import static dev.headroom.engine.Facts.time;
import static dev.headroom.engine.Story.given;
import static dev.headroom.model.ResourceType.MEMORY;
import static dev.headroom.model.SharingPolicy.QUOTA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.model.Denial.Reason;
import dev.headroom.model.InvalidValueException;
import dev.headroom.model.Outcome;
import dev.headroom.model.Pool;
import dev.headroom.model.QuotaLoan;
import dev.headroom.model.ScopePath;
import dev.headroom.model.SharingPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A member of a pool that is shared by QUOTA and lends of its quota (P4)")
final class QuotaLoanTest {
  private static final String ADA = "/user:ada";
  private static final String BEN = "/user:ben";

  /// Each of the two is guaranteed half of a hundred.
  private static Pool.Member[] halves(QuotaLoan... byAda) {
    return new Pool.Member[] {member(ADA, 50, 1).lending(List.of(byAda)), member(BEN, 50, 1)};
  }

  private static Pool grid(QuotaLoan... byAda) {
    return shared(QUOTA, pool("grid", "/", MEMORY, 100), halves(byAda));
  }

  private static QuotaLoan toBen(long amount, String until) {
    return new QuotaLoan(ScopePath.of(BEN), amount, time(until));
  }

  @Test
  @DisplayName("leaves that much to the borrower, who could not have had it else")
  void lends() {
    given(grid())
        .when(allocate("a", ADA, MEMORY, 10), allocate("b", BEN, MEMORY, 70))
        .thenDenies(no(MEMORY, 70, 50, "/ POOL grid", Reason.CONTENTION))
        .when(set(grid(toBen(20, "11:00"))), allocate("b", BEN, MEMORY, 70))
        .thenGrants(MEMORY, 70)
        .thenHeadroom(ADA, MEMORY, 20);
  }

  @Test
  @DisplayName("has it back at the end: nothing is revoked, what comes back is kept for the lender")
  void returns() {
    given(grid())
        .when(allocate("a", ADA, MEMORY, 10).lasting("PT4H"))
        .when(set(grid(toBen(20, "11:00"))))
        .when(
            allocate("b", BEN, MEMORY, 50).lasting("PT4H"),
            allocate("c", BEN, MEMORY, 20).lasting("PT4H"))
        .thenGrants(MEMORY, 20)
        .until("11:00")
        .thenLive("a", "b", "c")
        .thenHeadroom(BEN, MEMORY, 0)
        .when(release("c"))
        .thenHeadroom(BEN, MEMORY, 0)
        .thenHeadroom(ADA, MEMORY, 40);
  }

  @Test
  @DisplayName("has those reconsidered who wait for what returns, at that instant")
  void wakesAtTheEnd() {
    given(grid(toBen(20, "11:00")))
        .when(
            allocate("b", BEN, MEMORY, 1).lasting("PT4H"),
            allocate("a", ADA, MEMORY, 50).lasting("PT4H").waiting("PT2H"))
        .thenWaiting("a")
        .until("10:59:59")
        .thenWaiting("a")
        .until("11:00")
        .thenWasGranted("a", "11:00");
  }

  @Test
  @DisplayName("recalls it by taking the loan away")
  void recalls() {
    given(grid(toBen(20, "11:00")))
        .when(allocate("b", BEN, MEMORY, 1))
        .thenHeadroom(ADA, MEMORY, 30)
        .when(set(grid()))
        .thenHeadroom(ADA, MEMORY, 50);
  }

  @Test
  @DisplayName("lends only what is unused, and of its own")
  void unusedOnly() {
    given(grid())
        .when(allocate("a", ADA, MEMORY, 40), set(grid(toBen(11, "11:00"))))
        .thenRefusesAsInvalid("/pool", "has 10 of its quota unused, and cannot lend 11 more")
        .when(set(grid(toBen(10, "11:00"))))
        .thenIs(Outcome.ConfigChanged.class)
        .when(set(grid(toBen(51, "12:00"))))
        .thenRefusesAsInvalid("/pool", "lends 51 of a quota of 50");
  }

  @Test
  @DisplayName("lends to another member, in a pool that is shared by QUOTA")
  void toMembersOnly() {
    QuotaLoan astray = new QuotaLoan(ScopePath.of("/user:eve"), 1, time("11:00"));
    assertThatThrownBy(() -> grid(astray))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage("/user:ada lends to another member of the pool, not to /user:eve");
    assertThatThrownBy(
            () -> shared(SharingPolicy.EQUAL, pool("p", "/", MEMORY, 1), halves(toBen(1, "11:00"))))
        .hasMessage("/user:ada can lend of its quota only where a pool is shared by QUOTA");
  }

  @Test
  @DisplayName("creates nothing: whoever lends whatever, all quotas together stay the same")
  void conserves() {
    SplittableRandom random = new SplittableRandom(11);
    for (int time = 0; time < 300; time++) {
      List<Pool.Member> members = new ArrayList<>();
      long all = 0;
      for (int index = 0; index < 5; index++) {
        long quota = random.nextLong(100);
        all += quota;
        QuotaLoan loan =
            new QuotaLoan(
                ScopePath.of("/user:u" + (index + 1 + random.nextInt(4)) % 5),
                1 + random.nextLong(50),
                Instant.EPOCH.plusMillis(random.nextLong(100)));
        members.add(member("/user:u" + index, quota, 1).lending(List.of(loan)));
      }
      Pool.Terms terms = Pool.Terms.of(1).withSharing(QUOTA).withMembers(members);
      for (long at = 0; at <= 100; at += 10) {
        long sum =
            terms.quotasAt(Instant.ofEpochMilli(at)).values().stream().mapToLong(q -> q).sum();
        assertThat(sum).as("at %d of %s", at, members).isEqualTo(all);
      }
    }
  }
}
