package dev.headroom.engine;

import static dev.headroom.engine.Deed.allocate;
import static dev.headroom.engine.Deed.close;
import static dev.headroom.engine.Deed.lend;
import static dev.headroom.engine.Deed.recall;
import static dev.headroom.engine.Deed.release;
import static dev.headroom.engine.Deed.removePool;
import static dev.headroom.engine.Deed.set;
import static dev.headroom.engine.Facts.member;
import static dev.headroom.engine.Facts.no;
import static dev.headroom.engine.Facts.pool;
import static dev.headroom.engine.Facts.shared;
import static dev.headroom.engine.Facts.time;
import static dev.headroom.engine.Story.given;
import static dev.headroom.model.ResourceType.MEMORY;
import static dev.headroom.model.SharingPolicy.EQUAL;
import static dev.headroom.model.SharingPolicy.QUOTA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.model.Denial.Reason;
import dev.headroom.model.Event;
import dev.headroom.model.LentQuota;
import dev.headroom.model.LoanId;
import dev.headroom.model.LoanStatus;
import dev.headroom.model.Outcome;
import dev.headroom.model.Pool;
import dev.headroom.model.PoolId;
import dev.headroom.model.PoolLending;
import dev.headroom.model.PoolStatus;
import dev.headroom.model.Refusal;
import dev.headroom.model.ScopePath;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A member of a pool that lends quota to another by command (P7)")
final class QuotaLendingTest {
  private static final String ADA = "/user:ada";
  private static final String BEN = "/user:ben";
  private static final String CARL = "/user:carl";

  /// Its first loan is named after the second event: the first is that the pool was made.
  private static final long FIRST = 2;

  /// Each of the three is guaranteed 30 of 90.
  private static Pool grid() {
    return grid(30);
  }

  private static Pool grid(long ofAda) {
    return shared(
        QUOTA,
        pool("grid", "/", MEMORY, 90),
        member(ADA, ofAda, 1),
        member(BEN, 30, 1),
        member(CARL, 30, 1));
  }

  private static LentQuota loan(long id, long amount, String until) {
    return new LentQuota(
        new LoanId(id),
        new PoolId("grid"),
        MEMORY,
        ScopePath.of(ADA),
        ScopePath.of(BEN),
        amount,
        time("10:00"),
        time(until),
        "op",
        "as told");
  }

  private static Event.QuotaReturned returned(LentQuota loan, LentQuota.End end, long peak) {
    return new Event.QuotaReturned(loan.lender(), loan, end, peak, "", "");
  }

  private static PoolLending lending(Story story) {
    return story.look().lending(new PoolId("grid")).orElseThrow();
  }

  @Test
  @DisplayName("leaves that much to the borrower, and says so with who and why")
  void lends() {
    given(grid())
        .when(
            allocate("a", ADA, MEMORY, 10),
            allocate("c", CARL, MEMORY, 1),
            allocate("b", BEN, MEMORY, 50))
        .thenDenies(no(MEMORY, 50, 30, "/ POOL grid", Reason.CONTENTION))
        .when(lend("grid", ADA, BEN, 20, "11:00"))
        .thenTellsAmongOthers(new Event.QuotaLent(ScopePath.of(ADA), loan(5, 20, "11:00")))
        .thenAnswers(new Outcome.QuotaLent(new LoanId(5)))
        .when(allocate("b", BEN, MEMORY, 50))
        .thenGrants(MEMORY, 50)
        .thenHeadroom(ADA, MEMORY, 0);
  }

  @Test
  @DisplayName("has it back at that very instant: nothing is revoked, what comes back is for it")
  void returns() {
    given(grid())
        .when(
            lend("grid", ADA, BEN, 20, "11:00"),
            allocate("a", ADA, MEMORY, 10).lasting("PT4H"),
            allocate("b", BEN, MEMORY, 30).lasting("PT4H"),
            allocate("c", BEN, MEMORY, 15).lasting("PT4H"))
        .until("10:59:59")
        .thenHeadroom(BEN, MEMORY, 35)
        .until("11:00")
        .thenTells(returned(loan(FIRST, 20, "11:00"), LentQuota.End.EXPIRED, 15))
        .thenLive("a", "b", "c")
        .thenHeadroom(BEN, MEMORY, 15)
        .thenHeadroom(ADA, MEMORY, 35);
  }

  @Test
  @DisplayName("has those reconsidered who wait for what returns")
  void wakes() {
    given(grid())
        .when(
            lend("grid", ADA, BEN, 20, "11:00"),
            allocate("b", BEN, MEMORY, 1).lasting("PT4H"),
            allocate("c", CARL, MEMORY, 30).lasting("PT4H"),
            allocate("a", ADA, MEMORY, 20).lasting("PT4H").waiting("PT2H"))
        .thenWaiting("a")
        .until("11:00")
        .thenWasGranted("a", "11:00");
  }

  @Test
  @DisplayName("calls it back before its time, and is told how much of it was used at most")
  void recalls() {
    LentQuota loan = loan(FIRST, 20, "11:00");
    given(grid())
        .when(
            lend("grid", ADA, BEN, 20, "11:00"),
            allocate("b", BEN, MEMORY, 42),
            release("b"),
            allocate("b2", BEN, MEMORY, 31),
            recall("grid", FIRST))
        .thenTellsAmongOthers(
            new Event.QuotaReturned(
                loan.lender(), loan, LentQuota.End.RECALLED, 12, "op", "as told"))
        .thenAnswers(new Outcome.QuotaRecalled(12))
        .when(recall("grid", FIRST))
        .thenRefuses(new Refusal.UnknownLoan(new LoanId(FIRST)))
        .thenNothingChanged()
        .until("12:00")
        .thenTellsTimes(0, Event.QuotaReturned.class);
  }

  @Test
  @DisplayName("changes no version: no change of the pool is overtaken by it (L9)")
  void changesNoVersion() {
    given(grid())
        .then(story -> assertThat(version(story)).isEqualTo(1))
        .when(lend("grid", ADA, BEN, 20, "11:00"))
        .then(story -> assertThat(version(story)).isEqualTo(1))
        .then(story -> assertThat(story.look().config().pools()).containsExactly(grid()));
  }

  private static long version(Story story) {
    return story.look().pool(new PoolId("grid"), time("10:00")).map(PoolStatus::version).orElse(0L);
  }

  @Test
  @DisplayName("shows what it lends, and of which of several loans the borrower uses how much")
  void isShown() {
    given(grid())
        .when(
            lend("grid", ADA, BEN, 20, "11:00"),
            lend("grid", CARL, BEN, 10, "12:00"),
            allocate("b", BEN, MEMORY, 55))
        .then(story -> {
          assertThat(lending(story).loans()).extracting(LoanStatus::used).containsExactly(20L, 5L);
          assertThat(lending(story).members())
              .containsExactly(
                  new PoolLending.Share(ScopePath.of(ADA), 30, 20, 0, 0, 10),
                  new PoolLending.Share(ScopePath.of(BEN), 30, 0, 30, 55, 0),
                  new PoolLending.Share(ScopePath.of(CARL), 30, 10, 0, 0, 20));
          assertThat(story.look().loans(ScopePath.of(CARL))).hasSize(1);
          assertThat(story.look().loans(ScopePath.of(BEN))).hasSize(2);
        });
  }

  @Nested
  @DisplayName("is refused, which changes nothing,")
  class IsRefused {
    @Test
    @DisplayName("where it holds what it would lend, or lends it already")
    void unusedOnly() {
      given(grid())
          .when(allocate("a", ADA, MEMORY, 12), lend("grid", ADA, BEN, 19, "11:00"))
          .thenRefuses(new Refusal.NotLendable(ScopePath.of(ADA), 19, 18))
          .thenNothingChanged()
          .when(lend("grid", ADA, BEN, 18, "11:00"))
          .thenIs(Outcome.QuotaLent.class)
          .when(lend("grid", ADA, CARL, 1, "11:00"))
          .thenRefuses(new Refusal.NotLendable(ScopePath.of(ADA), 1, 0));
    }

    @Test
    @DisplayName("where it would lend on what it borrows; what it holds counts as its own first")
    void notOnward() {
      given(grid())
          .when(
              lend("grid", ADA, BEN, 20, "11:00"),
              allocate("b", BEN, MEMORY, 25),
              lend("grid", BEN, CARL, 6, "11:00"))
          .thenRefuses(new Refusal.NotLendable(ScopePath.of(BEN), 6, 5))
          .when(lend("grid", BEN, CARL, 5, "11:00"))
          .thenIs(Outcome.QuotaLent.class);
    }

    @Test
    @DisplayName("where the pool is unknown or shared otherwise")
    void pools() {
      given(shared(EQUAL, pool("grid", "/", MEMORY, 90), member(ADA, 30, 1), member(BEN, 30, 1)))
          .when(lend("none", ADA, BEN, 1, "11:00"))
          .thenRefuses(new Refusal.UnknownPool(new PoolId("none")))
          .when(lend("grid", ADA, BEN, 1, "11:00"))
          .thenRefusesAsInvalid("/poolId", "shared by QUOTA")
          .thenNothingChanged();
    }

    @Test
    @DisplayName("where one of the two is no member, or both are the same")
    void members() {
      given(grid())
          .when(lend("grid", "/user:eve", BEN, 1, "11:00"))
          .thenRefusesAsInvalid("/from", "/user:eve is no member of pool grid")
          .when(lend("grid", ADA, ADA + "/run:r", 1, "11:00"))
          .thenRefusesAsInvalid("/to", "is no member of pool grid")
          .when(lend("grid", ADA, ADA, 1, "11:00"))
          .thenRefusesAsInvalid("/to", "not to itself");
    }

    @Test
    @DisplayName("where it would end now or before, or more than 30 days ahead")
    void ends() {
      given(grid())
          .when(lend("grid", ADA, BEN, 1, "10:00"))
          .thenRefusesAsInvalid("/until", "a later instant than now")
          .when(lend("grid", ADA, BEN, 1, time("10:00").plus(LentQuota.TERM_MAX).plusMillis(1)))
          .thenRefusesAsInvalid("/until", "at most 30 days")
          .when(lend("grid", ADA, BEN, 1, time("10:00").plus(LentQuota.TERM_MAX)))
          .thenIs(Outcome.QuotaLent.class);
    }

    @Test
    @DisplayName("beyond sixteen loans at a time")
    void tooMany() {
      Story story = given(grid());
      for (int made = 0; made < LentQuota.PER_LENDER_MAX; made++) {
        story.when(lend("grid", ADA, BEN, 1, "11:00")).thenIs(Outcome.QuotaLent.class);
      }
      story
          .when(lend("grid", ADA, BEN, 1, "11:00"))
          .thenRefusesAsInvalid("/from", "at most 16 loans");
    }
  }

  @Nested
  @DisplayName("has it back early")
  class EndsEarly {
    @Test
    @DisplayName("where its quota is lowered below what it lends: the newest first")
    void lowered() {
      given(grid())
          .when(
              lend("grid", ADA, BEN, 10, "11:00"),
              lend("grid", ADA, BEN, 8, "11:00"),
              lend("grid", ADA, BEN, 5, "11:00"),
              set(grid(18)))
          .thenTellsTimes(1, Event.QuotaReturned.class)
          .thenTellsAmongOthers(returned(loan(4, 5, "11:00"), LentQuota.End.POOL_CHANGED, 0))
          .when(set(grid(17)))
          .thenTellsAmongOthers(returned(loan(3, 8, "11:00"), LentQuota.End.POOL_CHANGED, 0));
    }

    @Test
    @DisplayName("where the pool goes, is shared otherwise, or a member leaves it")
    void poolChanged() {
      LentQuota loan = loan(FIRST, 10, "11:00");
      Event.QuotaReturned back = returned(loan, LentQuota.End.POOL_CHANGED, 0);
      given(grid())
          .when(lend("grid", ADA, BEN, 10, "11:00"), removePool("grid"))
          .thenTellsAmongOthers(back);
      given(grid())
          .when(
              lend("grid", ADA, BEN, 10, "11:00"),
              set(grid().with(grid().terms().withSharing(EQUAL))))
          .thenTellsAmongOthers(back);
      given(grid())
          .when(
              lend("grid", ADA, BEN, 10, "11:00"),
              set(shared(QUOTA, pool("grid", "/", MEMORY, 90), member(ADA, 30, 1))))
          .thenTellsAmongOthers(back);
    }

    @Test
    @DisplayName("where the scope of the lender or of the borrower is closed")
    void closed() {
      given(grid())
          .when(lend("grid", ADA, BEN, 10, "11:00"), allocate("b", BEN, MEMORY, 35), close(BEN))
          .thenTellsAmongOthers(returned(loan(FIRST, 10, "11:00"), LentQuota.End.SCOPE_CLOSED, 5));
      given(grid())
          .when(lend("grid", ADA, BEN, 10, "11:00"), allocate("a", ADA, MEMORY, 5), close(ADA))
          .thenTellsAmongOthers(returned(loan(FIRST, 10, "11:00"), LentQuota.End.SCOPE_CLOSED, 0));
    }
  }
}
