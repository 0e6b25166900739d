package dev.headroom.app.serve;

import dev.headroom.app.data.Folders;
import dev.headroom.app.data.UpkeepOptions;
import dev.headroom.app.input.ConfigFile;
import dev.headroom.app.input.UnusableInputException;
import dev.headroom.app.sink.SinkFolder;
import dev.headroom.client.ConfigPlan;
import dev.headroom.client.Instance;
import dev.headroom.client.Reply;
import dev.headroom.client.embedded.LocalFolder;
import dev.headroom.model.Change;
import dev.headroom.model.Command;
import dev.headroom.model.Config;
import dev.headroom.model.Outcome;
import dev.headroom.model.RequestId;
import dev.headroom.node.MachineClock;
import dev.headroom.server.Figure;
import dev.headroom.server.HttpServer;
import dev.headroom.server.token.TokenStore;
import dev.headroom.sink.Sinks;
import dev.headroom.sink.delivery.SinkStatus;
import dev.headroom.wire.SinksConfig;
import dev.headroom.wire.json.Events;
import dev.headroom.wire.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `headroom serve`: an instance for everyone who has a token.
@picocli.CommandLine.Command(
    name = "serve",
    description =
        "Offers the instance in a folder to programs and consoles over HTTP, until it is"
            + " interrupted. Tokens are made by headroom token create; what sinks.yaml in the"
            + " folder names gets events and states.",
    mixinStandardHelpOptions = true)
public final class ServeCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      required = true,
      description = "The folder in which the instance survives; made where there is none.")
  private Path data;

  @Option(
      names = "--listen",
      paramLabel = "HOST:PORT",
      defaultValue = "127.0.0.1:7420",
      description = "Where to listen (default: ${DEFAULT-VALUE}); port 0 for any that is free.")
  private String listen;

  @Option(
      names = "--tls-cert",
      paramLabel = "FILE",
      description = "The server's certificate chain, as PEM; goes with --tls-key.")
  private @Nullable Path certificate;

  @Option(
      names = "--tls-key",
      paramLabel = "FILE",
      description = "The private key to it, as PEM (PKCS#8).")
  private @Nullable Path key;

  @Option(
      names = "--plain-text",
      description =
          "Listen without TLS elsewhere than on loopback: whoever can read the network reads"
              + " every token.")
  private boolean plainText;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Have exactly the limits, pools and settings of this document hold at start.")
  private @Nullable Path config;

  @Mixin private UpkeepOptions upkeep;

  @Mixin private LogOptions log;

  @Override
  public void run() {
    var address = ListenAddress.of(listen, certificate, key, plainText, spec.commandLine());
    if (Files.exists(data) && !Files.isDirectory(data)) {
      throw new UnusableInputException(data + " is no folder");
    }
    Config wanted = config == null ? null : ConfigFile.read(config);
    SinksConfig named = SinkFolder.read(data);
    log.apply();
    try (Ending ending = Ending.begin();
        LocalFolder folder = Folders.open(data, upkeep.upkeep(), spec.commandLine().getErr())) {
      if (wanted != null) {
        configure(folder.instance(), wanted);
      }
      try (Sinks sinks = sinks(named, folder.instance());
          HttpServer server = listen(folder.instance(), address.listening(), sinks)) {
        spec.commandLine()
            .getOut()
            .println("headroom: serving " + data + " at " + address.url(server.port()));
        spec.commandLine().getOut().flush();
        ending.await();
      }
    }
  }

  private Sinks sinks(SinksConfig named, Instance instance) {
    try {
      return Sinks.start(
          data, named, instance, MachineClock.source(), event -> Json.text(Events.EVENT, event));
    } catch (IOException unusable) {
      throw new UnusableInputException(
          "cannot tell how far the sinks of " + data + " have come: " + unusable.getMessage());
    }
  }

  private HttpServer listen(Instance instance, HttpServer.Listening listening, Sinks sinks) {
    HttpServer.Access access = access();
    try {
      return HttpServer.start(instance, access, listening, () -> figures(sinks));
    } catch (IOException taken) {
      throw new UnusableInputException(
          taken.getMessage()
              + "; say where else by --listen HOST:PORT, with port 0 for any that is free");
    }
  }

  private static List<Figure> figures(Sinks sinks) {
    List<SinkStatus> all = sinks.status();
    return Stream.concat(
            all.stream()
                .map(sink ->
                    new Figure(
                        "headroom_sink_position",
                        "The number of the last event that a sink is done with",
                        "sink",
                        sink.name(),
                        sink.position())),
            all.stream()
                .map(sink ->
                    new Figure(
                        "headroom_sink_in_trouble",
                        "1 while something keeps a sink from going on",
                        "sink",
                        sink.name(),
                        sink.trouble().isPresent() ? 1 : 0)))
        .toList();
  }

  private HttpServer.Access access() {
    try {
      HttpServer.Access access = HttpServer.Access.in(data);
      tellTrouble(access.tokens());
      return access;
    } catch (IOException unusable) {
      throw new UnusableInputException("cannot serve " + data + ": " + unusable.getMessage());
    }
  }

  /// With such a file nobody gets in, until it is put right; the instance goes on.
  private void tellTrouble(TokenStore tokens) {
    try {
      var _ = tokens.tokens();
    } catch (IOException unusable) {
      spec.commandLine().getErr().println("headroom: " + unusable.getMessage());
    }
  }

  private void configure(Instance instance, Config wanted) {
    Reply<Outcome.ConfigChanged> reply =
        ConfigPlan.towards(instance, wanted)
            .then(changes ->
                changes.isEmpty()
                    ? new Reply.Decided<>(new Outcome.ConfigChanged(0))
                    : apply(instance, changes));
    switch (reply) {
      case Reply.Decided<Outcome.ConfigChanged> _ -> {}
      case Reply.Refused<Outcome.ConfigChanged>(var refusal) ->
          throw new UnusableInputException(config + " cannot hold: " + refusal.sentence());
      case Reply.Silence<Outcome.ConfigChanged>(var _, var cause) ->
          throw new UnusableInputException(config + " may or may not hold: " + cause);
    }
  }

  private Reply<Outcome.ConfigChanged> apply(Instance instance, List<Change> changes) {
    var id = new RequestId("serve-" + UUID.randomUUID());
    return instance.apply(
        new Command.ApplyChanges(id, changes, "headroom serve", "what " + config + " says"));
  }
}
