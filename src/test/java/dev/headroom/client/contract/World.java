package dev.headroom.client.contract;

import dev.headroom.client.Instance;
import dev.headroom.client.InstanceInfo;
import dev.headroom.client.Reply;
import dev.headroom.client.embedded.EmbeddedInstance;
import dev.headroom.client.remote.Pace;
import dev.headroom.client.remote.RemoteInstance;
import dev.headroom.client.remote.ServerAddress;
import dev.headroom.model.AllocationId;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Change;
import dev.headroom.model.Command;
import dev.headroom.model.Limit;
import dev.headroom.model.Outcome;
import dev.headroom.model.RequestId;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.node.DataFolder;
import dev.headroom.node.Node;
import dev.headroom.server.HttpServer;
import dev.headroom.server.token.Role;
import dev.headroom.server.token.TokenOrder;
import dev.headroom.server.token.TokenStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// An instance that lives somewhere, by a clock that is moved by hand.
final class World implements AutoCloseable {
  /// When it begins.
  static final Instant BEGIN = Instant.parse("2026-03-02T10:00:00Z");

  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final Node node;
  private final Instance instance;
  private volatile Instant now = BEGIN;

  /// @param data for what lives in a folder
  World(Where where, Path data) {
    try {
      this.node =
          where == Where.IN_MEMORY
              ? Node.remembering(() -> now)
              : DataFolder.open(data, () -> now, DataFolder.Progress.UNSEEN).node();
      open.push(node);
      Instance local = new EmbeddedInstance("test", InstanceInfo.Kind.LOCAL, node);
      open.push(local);
      this.instance = where == Where.BEHIND_A_SERVER ? served(local, data) : local;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Instance served(Instance local, Path data) throws IOException {
    var tokens = new TokenStore(data);
    var order = new TokenOrder("test", Role.ADMIN, ScopePath.ROOT, Optional.empty());
    String token = tokens.issue(order, BEGIN).secret();
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer server =
        HttpServer.start(
            local, HttpServer.Access.in(data), new HttpServer.Listening(address, Optional.empty()));
    open.push(server);
    RemoteInstance remote =
        RemoteInstance.open(
            ServerAddress.of("http://127.0.0.1:" + server.port(), token),
            Pace.DEFAULT,
            InstantSource.system());
    open.push(remote);
    return remote;
  }

  Instance instance() {
    return instance;
  }

  /// Asks for tokens, to have them at once or not at all.
  Reply<Outcome.Allocated> allocate(String id, ScopePath path, long amount) {
    return instance.allocate(new RequestId(id), tokens(path, amount));
  }

  /// A request for tokens.
  static AllocationRequest tokens(ScopePath path, long amount) {
    return AllocationRequest.of(path, RequestLine.required(ResourceType.TOKENS, amount));
  }

  /// Has a scope that had no limits yet limited.
  Limit limit(ScopePath path, Limit.Terms terms) {
    Limit limit = new Limit(path, ResourceType.TOKENS, terms);
    decided(apply("limit of " + path, new Change.PutLimits(path, List.of(limit), 0)));
    return limit;
  }

  /// Has something changed.
  Reply<Outcome.ConfigChanged> apply(String id, Change change) {
    return instance.apply(
        new Command.ApplyChanges(
            new RequestId(id.replace(' ', '-').replace('/', '.')),
            List.of(change),
            "op",
            "as told"));
  }

  /// What was decided, where something was.
  static <T> T decided(Reply<T> reply) {
    return switch (reply) {
      case Reply.Decided<T>(var value) -> value;
      case Reply.Refused<T>(var refusal) -> throw new AssertionError(refusal.sentence());
      case Reply.Silence<T>(var _, var cause) -> throw new AssertionError(cause);
    };
  }

  /// The name of what was granted.
  static AllocationId granted(Reply<Outcome.Allocated> reply) {
    return ((Outcome.Granted) decided(reply)).allocation();
  }

  /// How many events there were.
  long events() {
    return node.sequence();
  }

  /// What the engine's state comes to.
  String state() {
    return node.stateHash();
  }

  /// It is that time now, and time may lie before what it was.
  void at(Instant time) {
    now = time;
  }

  /// Time passes, and what was due happens.
  void pass(Duration span) {
    now = now.plus(span);
    node.advance();
  }

  /// What is due happens.
  void advance() {
    node.advance();
  }

  @Override
  public void close() {
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception failure) {
        throw new IllegalStateException(failure);
      }
    }
  }
}
