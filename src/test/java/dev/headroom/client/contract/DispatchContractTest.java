package dev.headroom.client.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.client.Dispatch;
import dev.headroom.client.Instance;
import dev.headroom.client.Reply;
import dev.headroom.model.Change;
import dev.headroom.model.Command;
import dev.headroom.model.Limit;
import dev.headroom.model.Outcome;
import dev.headroom.model.RequestId;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A change set on its way to any instance")
@Timeout(60)
@ParameterizedClass(name = "{0}")
@EnumSource(Where.class)
final class DispatchContractTest {
  private static final int COUNT = 2_000;

  @TempDir private Path data;
  private final Where where;
  private World world;
  private Instance instance;

  DispatchContractTest(Where where) {
    this.where = where;
  }

  @BeforeEach
  void open() {
    world = new World(where, data);
    instance = world.instance();
  }

  @AfterEach
  void close() {
    world.close();
  }

  private static Command.ApplyChanges changes() {
    List<Change> limits =
        IntStream.range(0, COUNT)
            .mapToObj(number -> ScopePath.of("/user:u" + number))
            .<Change>map(path ->
                new Change.PutLimits(
                    path, List.of(new Limit(path, ResourceType.TOKENS, Limit.Terms.hard(10))), 0))
            .toList();
    return new Command.ApplyChanges(new RequestId("many"), limits, "op", "to begin");
  }

  private int scopes() {
    return instance.info().scopes();
  }

  @Test
  @DisplayName("comes to nothing where it was taken back before the instance had it")
  void isTakenBack() {
    int before = scopes();
    var way = new Dispatch();
    assertThat(way.takeBack()).isTrue();

    assertThat(instance.apply(changes(), way)).isInstanceOf(Reply.Silence.class);
    assertThat(way.isTakenBack()).isTrue();
    assertThat(scopes()).isEqualTo(before);

    assertThat(instance.apply(changes()))
        .as("the same, sent in earnest")
        .isEqualTo(new Reply.Decided<>(new Outcome.ConfigChanged(1)));
  }

  @Test
  @DisplayName(
      "cannot be taken back any more once the instance has it; asked again, it answers the"
          + " same (A5)")
  void isDone() {
    var way = new Dispatch();
    Reply<Outcome.ConfigChanged> done = instance.apply(changes(), way);
    assertThat(done).isEqualTo(new Reply.Decided<>(new Outcome.ConfigChanged(1)));
    assertThat(way.isHandedOver()).isTrue();
    assertThat(way.takeBack()).isFalse();

    int after = scopes();
    assertThat(instance.apply(changes(), way)).isEqualTo(done);
    assertThat(scopes()).isEqualTo(after);
  }
}
