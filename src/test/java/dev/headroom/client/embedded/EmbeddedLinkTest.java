package dev.headroom.client.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.client.Instance;
import dev.headroom.client.InstanceInfo;
import dev.headroom.client.Link;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The link to an embedded instance")
@ParameterizedClass(name = "{0}")
@EnumSource(Home.class)
final class EmbeddedLinkTest {
  private final Instance instance;

  EmbeddedLinkTest(Home home) {
    InstantSource clock = InstantSource.fixed(Instant.parse("2026-03-02T10:00:00Z"));
    instance = new EmbeddedInstance("test", InstanceInfo.Kind.LOCAL, home.node(clock));
  }

  @Test
  @DisplayName("is fresh at all times, and says so at once")
  void isFresh() {
    List<Link> heard = new ArrayList<>();
    instance.watchLink(heard::add).close();
    assertThat(heard).containsExactly(Link.fresh());
    assertThat(instance.link().isFresh()).isTrue();
    assertThat(instance.info().readOnlyCause()).isEqualTo(Optional.empty());
  }
}
