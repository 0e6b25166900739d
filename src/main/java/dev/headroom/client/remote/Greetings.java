package dev.headroom.client.remote;

import dev.headroom.client.InstanceInfo;
import dev.headroom.client.json.Greeting;
import dev.headroom.client.remote.Line.Probe;
import dev.headroom.wire.json.At;
import java.io.IOException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import okhttp3.Response;

/// Asks a server whether it is there, is one that can be spoken with, and knows the caller; keeps
/// what it said last. Any thread.
final class Greetings {
  private final Transport transport;
  private final InstanceInfo unknown;
  private volatile Optional<Greeting> last = Optional.empty();

  Greetings(Transport transport, InstantSource clock) {
    this.transport = transport;
    this.unknown =
        new InstanceInfo(
            transport.server().place(),
            InstanceInfo.Kind.REMOTE,
            clock.instant(),
            ZoneOffset.UTC,
            0,
            0,
            Optional.empty());
  }

  /// Tries to reach the server, once.
  Probe probe() {
    var request = transport.request(transport.at("v1/instance")).get().build();
    try (Response response = transport.calls().newCall(request).execute()) {
      return understood(Answer.of(response));
    } catch (IOException failure) {
      return new Probe.Lost(Causes.of(failure, transport.server()));
    }
  }

  /// Keeps what a server said.
  void remember(Greeting greeting) {
    last = Optional.of(greeting);
  }

  /// Whether the server has ever said what it is.
  boolean isKnown() {
    return last.isPresent();
  }

  /// What is known of the instance.
  InstanceInfo last() {
    return last.map(Greeting::info).orElse(unknown);
  }

  private Probe understood(Answer answer) {
    if (!answer.isGood()) {
      return answer.isForLater()
          ? new Probe.Lost(answer.detail())
          : new Probe.Refused(answer.detail());
    }
    Optional<Greeting> greeting = answer.read(Greeting.SHAPE, At.tolerantRoot());
    if (greeting.isEmpty()) {
      return new Probe.Refused(
          "what listens at " + transport.server().place() + " is no server of this version");
    }
    if (greeting.get().protocol() != Greeting.PROTOCOL) {
      return new Probe.Refused(
          "the server speaks version "
              + greeting.get().protocol()
              + " of the protocol, and this program version "
              + Greeting.PROTOCOL);
    }
    remember(greeting.get());
    return new Probe.Reached();
  }
}
