package dev.headroom.app.window;

import dev.headroom.client.InstanceInfo;
import dev.headroom.client.embedded.EmbeddedInstance;
import dev.headroom.console.viewmodel.OpenPlace;
import dev.headroom.node.MachineClock;
import dev.headroom.node.Node;
import java.util.Optional;
import javafx.stage.Stage;
import org.junit.jupiter.api.DisplayName;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

@DisplayName("The work of an administrator, in the sandbox,")
final class SandboxJourneysTest extends Journeys {
  private final Node node = new Node(MachineClock.source());
  private final EmbeddedInstance instance =
      new EmbeddedInstance("sandbox", InstanceInfo.Kind.SANDBOX, node);

  @Start
  void open(Stage stage) {
    show(stage, OpenPlace.of(instance, Optional.empty()), instance);
  }

  @Stop
  void close() {
    leave();
    instance.close();
    node.close();
  }
}
