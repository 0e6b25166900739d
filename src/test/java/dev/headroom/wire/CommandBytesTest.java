package dev.headroom.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.headroom.engine.history.RealHistory;
import dev.headroom.model.AllocationId;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Change;
import dev.headroom.model.Command;
import dev.headroom.model.RequestId;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.Settings;
import dev.headroom.model.UsageRecord;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A command as bytes")
final class CommandBytesTest {
  private static final int SEEDS = 40;
  private static final int COMMANDS = 200;
  private static final RequestId ID = new RequestId("r1");
  private static final ScopePath STEP =
      ScopePath.of("/user:u12/session:s1/swarm:w2/run:r3/step:t4");

  private static final List<Command> ANY =
      LongStream.rangeClosed(1, SEEDS)
          .boxed()
          .flatMap(seed -> RealHistory.of(seed, COMMANDS).stream())
          .map(RealHistory.Said::command)
          .toList();

  private static byte[] bytes(Command command) {
    ByteWriter writer = new ByteWriter();
    CommandBytes.write(writer, command);
    return Arrays.copyOf(writer.bytes(), writer.size());
  }

  private static Command read(byte[] bytes) {
    ByteReader reader = new ByteReader(bytes, 0, bytes.length);
    Command command = CommandBytes.read(reader);
    assertThat(reader.hasMore()).isFalse();
    return command;
  }

  private static Command allocate(RequestId id) {
    return new Command.Allocate(
        id,
        AllocationRequest.of(
            STEP,
            RequestLine.required(ResourceType.TOKENS, 60),
            RequestLine.required(ResourceType.API_CALLS, 1)));
  }

  @Test
  @DisplayName(
      "is read as it was written, whatever the command, and no kind of command is left out")
  void comesBack() {
    Set<Class<?>> seen = new HashSet<>();
    ANY.forEach(command -> {
      assertThat(read(bytes(command))).isEqualTo(command);
      seen.add(command.getClass());
    });
    assertThat(seen).containsExactlyInAnyOrder(Command.class.getPermittedSubclasses());
  }

  static List<Command> edges() {
    AllocationRequest plain =
        AllocationRequest.of(ScopePath.ROOT, RequestLine.required(ResourceType.NETWORK, 1));
    AllocationId last = new AllocationId(Long.MAX_VALUE);
    return List.of(
        allocate(new RequestId("0f8fad5b-d9cb-469f-a165-70867728950e")),
        allocate(new RequestId("0F8FAD5B-D9CB-469F-A165-70867728950E")),
        allocate(new RequestId("0f8fad5b-d9cb-469f-a165-70867728950-")),
        allocate(new RequestId("~".repeat(RequestId.LENGTH_MAX))),
        new Command.Allocate(ID, plain.withPurpose("half a pair \uD83D, a whole one \uD83D\uDE00")),
        new Command.Allocate(ID, plain.withPurpose("\u00e9\u4e2d\u0000")),
        new Command.Allocate(ID, plain.withLease(Duration.ofMillis(1).plusNanos(1))),
        new Command.Allocate(ID, plain.waiting(AllocationRequest.WAIT_MAX)),
        new Command.CloseScope(
            ID, ScopePath.ROOT.child(dev.headroom.model.ScopeKind.STEP, "s".repeat(128))),
        new Command.RecordUsage(
            ID,
            new UsageRecord(
                last,
                ResourceType.TIME,
                0,
                Optional.of(new dev.headroom.model.Money(Long.MAX_VALUE)),
                "",
                Map.of("", "", "b", "\uDC00"))),
        new Command.ApplyChanges(
            ID,
            List.of(
                new Change.PutSettings(
                    new Settings(
                        ZoneId.of("America/St_Johns"), Duration.ofMillis(1), Duration.ofDays(366)),
                    Long.MIN_VALUE)),
            "ada",
            "a reason"));
  }

  @ParameterizedTest
  @MethodSource("edges")
  @DisplayName("is read as it was written at the edges of what can be said")
  void comesBackAtTheEdges(Command command) {
    assertThat(read(bytes(command))).isEqualTo(command);
  }

  @Test
  @DisplayName("is small where it is common")
  void isSmall() {
    RequestId id = new RequestId("1a2b3c4d");
    AllocationId allocation = new AllocationId(123_456_789);
    assertThat(bytes(allocate(id))).hasSizeLessThanOrEqualTo(35);
    assertThat(
            bytes(
                new Command.RecordUsage(id, UsageRecord.of(allocation, ResourceType.TOKENS, 600))))
        .hasSizeLessThanOrEqualTo(18);
    assertThat(bytes(new Command.Release(id, allocation))).hasSizeLessThanOrEqualTo(15);
  }

  @Test
  @DisplayName("is read as some command or refused as malformed where it was changed or cut")
  void isRefused() {
    SplittableRandom random = new SplittableRandom(7);
    ANY.forEach(command -> {
      byte[] bytes = bytes(command);
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
      byte[] cut = Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length));
      assertThat(readOrRefused(cut)).isNotEmpty();
    });
  }

  private static String readOrRefused(byte[] bytes) {
    try {
      return CommandBytes.read(new ByteReader(bytes, 0, bytes.length)).toString();
    } catch (MalformedBytesException malformed) {
      return malformed.getMessage();
    }
  }

  @Test
  @DisplayName("is refused where it says nothing, naming the byte")
  void isRefusedWhereItSaysNothing() {
    assertThatExceptionOfType(MalformedBytesException.class)
        .isThrownBy(() -> read(new byte[] {99, 1, 'a'}))
        .withMessage("byte 3: no command has the tag 99");
    assertThatExceptionOfType(MalformedBytesException.class).isThrownBy(() -> read(new byte[0]));
  }
}
