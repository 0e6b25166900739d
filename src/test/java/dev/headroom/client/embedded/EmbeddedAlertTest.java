package dev.headroom.client.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.client.Instance;
import dev.headroom.client.InstanceInfo;
import dev.headroom.client.Reply;
import dev.headroom.model.AlertRef;
import dev.headroom.model.AlertState;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Change;
import dev.headroom.model.Command;
import dev.headroom.model.Limit;
import dev.headroom.model.Outcome;
import dev.headroom.model.Refusal;
import dev.headroom.model.RequestId;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.ScopeStatus;
import dev.headroom.model.ShelfLife;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("An alert (T2) of an embedded instance")
@ParameterizedClass(name = "{0}")
@EnumSource(Home.class)
final class EmbeddedAlertTest {
  private static final ScopePath ADA = ScopePath.of("/user:ada");
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

  private final Instance instance;

  EmbeddedAlertTest(Home home) {
    instance =
        new EmbeddedInstance("test", InstanceInfo.Kind.LOCAL, home.node(InstantSource.fixed(NOW)));
  }

  private static RequestId id(String id) {
    return new RequestId(id);
  }

  @Test
  @DisplayName("is acknowledged, counted, shelved and brought back")
  void lives() {
    Limit limit = new Limit(ADA, ResourceType.MEMORY, Limit.Terms.hard(100));
    instance.apply(
        new Command.ApplyChanges(
            id("limit"), List.of(new Change.PutLimits(ADA, List.of(limit), 0)), "op", "as told"));
    instance.allocate(
        id("a"), AllocationRequest.of(ADA, RequestLine.required(ResourceType.MEMORY, 60)));
    AlertRef alert = new AlertRef(limit.ref(), 50);
    var what = new Command.Shelvable.Subtree(ScopePath.ROOT);
    assertThat(instance.shelvable(ADA))
        .isEqualTo(new Reply.Decided<>(new ScopeStatus.AlertCounts(1, 0, 0)));
    assertThat(instance.acknowledge(new Command.AcknowledgeAlert(id("k"), alert, "eve", "")))
        .isEqualTo(new Reply.Decided<>(new Outcome.AlertAcknowledged()));
    assertThat(
            instance.shelve(
                new Command.ShelveAlerts(id("s"), what, ShelfLife.ONE_HOUR, "eve", "noise")))
        .isEqualTo(new Reply.Decided<>(new Outcome.AlertsShelved(1)));
    assertThat(instance.alertOverview(ADA, Set.of(AlertState.SHELVED)))
        .asString()
        .contains("state=SHELVED");
    assertThat(instance.unshelve(new Command.UnshelveAlerts(id("u"), what, "eve", "back")))
        .isEqualTo(new Reply.Decided<>(new Outcome.AlertsUnshelved(1)));
    AlertRef none = new AlertRef(limit.ref(), 80);
    assertThat(instance.acknowledge(new Command.AcknowledgeAlert(id("n"), none, "eve", "")))
        .isEqualTo(new Reply.Refused<>(new Refusal.UnknownAlert(none)));
  }
}
