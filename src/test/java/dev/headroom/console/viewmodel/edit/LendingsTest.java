package dev.headroom.console.viewmodel.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.model.Pool;
import dev.headroom.model.PoolId;
import dev.headroom.model.QuotaLoan;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.SharingPolicy;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What members of a pool lend each other")
final class LendingsTest {
  private static final ScopePath ADA = ScopePath.of("/user:ada");
  private static final ScopePath BEN = ScopePath.of("/user:ben");
  private static final QuotaLoan LOAN =
      new QuotaLoan(BEN, 2_000, Instant.parse("2026-03-04T14:00:00Z"));
  private static final List<Pool.Member> MEMBERS =
      List.of(
          new Pool.Member(ADA, 5_000, 1).lending(List.of(LOAN)), new Pool.Member(BEN, 1_000, 1));

  private static PoolForm form() {
    Pool.Terms terms = Pool.Terms.of(10_000).withSharing(SharingPolicy.QUOTA).withMembers(MEMBERS);
    return PoolForm.of(new Pool(new PoolId("p"), ScopePath.ROOT, ResourceType.TOKENS, terms));
  }

  private static List<Pool.Member> members(PoolForm form) {
    return form.pool().meaning().orElseThrow().terms().members();
  }

  @Test
  @DisplayName("stays as it is where nobody changes it")
  void stays() {
    assertThat(form().loans()).isEqualTo("/user:ada /user:ben 2k 2026-03-04T14:00:00Z");
    assertThat(members(form())).isEqualTo(MEMBERS);
  }

  @Test
  @DisplayName("is typed one loan a line, and recalled by taking the line away")
  void typed() {
    PoolForm form = form();
    form.setLoans("/user:ben /user:ada 500 2026-03-04T16:00+01:00");
    assertThat(members(form).getLast().loans())
        .containsExactly(new QuotaLoan(ADA, 500, Instant.parse("2026-03-04T15:00:00Z")));
    assertThat(members(form).getFirst().loans()).isEmpty();
    form.setLoans("");
    assertThat(members(form)).allMatch(member -> member.loans().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/user:eve /user:ben 5 2026-03-04T15:00Z",
        "/user:ada /user:ben 5",
        "/user:ada /user:ben much 2026-03-04T15:00Z",
        "/user:ada /user:ben 5 tomorrow",
        "/user:ada ben 5 2026-03-04T15:00Z"
      })
  @DisplayName("says what is wrong with it")
  void wrong(String line) {
    PoolForm form = form();
    form.setLoans(line);
    assertThat(form.loansProblem()).endsWith(line);
  }

  @Test
  @DisplayName("ends where the pool is no longer shared by quota")
  void otherwiseShared() {
    PoolForm form = form();
    form.setSharing(SharingPolicy.EQUAL.ordinal());
    assertThat(form.canLend()).isFalse();
    assertThat(members(form)).allMatch(member -> member.loans().isEmpty());
  }
}
