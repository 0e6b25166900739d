package dev.headroom.console.viewmodel.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.model.Limit;
import dev.headroom.model.Period;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.Thresholds;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Where two change the same limit")
final class MergeTest {
  private static final Value BASE = limit(40_000, 80);

  @Test
  @DisplayName("each has their way with the fields that only they have changed")
  void bothHaveTheirWay() {
    var merge = new Merge(Edit.of(BASE, limit(55_000, 80)), Optional.of(limit(40_000, 90)));
    assertThat(merge.clashes()).isEmpty();
    assertThat(merge.result()).isEqualTo(Edit.of(limit(40_000, 90), limit(55_000, 90)));
  }

  @Test
  @DisplayName("one must choose where both have changed the same field; mine holds until then")
  void mustChoose() {
    var merge = new Merge(Edit.of(BASE, limit(55_000, 80)), Optional.of(limit(30_000, 80)));
    assertThat(merge.clashes())
        .containsExactly(new Merge.Clash("Amount", "40k tokens", "55k tokens", "30k tokens"));
    assertThat(merge.result().after()).contains(limit(55_000, 80));
    merge.choose(0, true);
    assertThat(merge.result().after()).contains(limit(30_000, 80));
  }

  @Test
  @DisplayName("nobody must choose where both want the same")
  void agree() {
    var merge = new Merge(Edit.of(BASE, limit(55_000, 80)), Optional.of(limit(55_000, 80)));
    assertThat(merge.clashes()).isEmpty();
    assertThat(merge.result().changesNothing()).isTrue();
  }

  @Test
  @DisplayName("one must choose where the other has removed it")
  void wasRemoved() {
    var merge = new Merge(Edit.of(BASE, limit(55_000, 80)), Optional.empty());
    assertThat(merge.clashes()).hasSize(1);
    assertThat(merge.clashes().getFirst().theirs()).isEqualTo("none");
  }

  private static Value limit(long amount, int threshold) {
    Limit.Terms terms = Limit.Terms.hard(amount).per(Period.of("P1D"));
    return new Value.OfLimit(
        new Limit(
            ScopePath.of("/user:ada"),
            ResourceType.TOKENS,
            terms.withThresholds(new Thresholds(List.of(threshold)))));
  }
}
