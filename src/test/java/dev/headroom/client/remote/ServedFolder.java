package dev.headroom.client.remote;

import dev.headroom.client.embedded.LocalFolder;
import dev.headroom.model.ScopePath;
import dev.headroom.node.DataFolder;
import dev.headroom.node.MachineClock;
import dev.headroom.server.HttpServer;
import dev.headroom.server.token.Role;
import dev.headroom.server.token.TokenOrder;
import dev.headroom.server.token.TokenStore;
import io.helidon.common.tls.Tls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/// An instance in a folder, served on this machine. It can be stopped, and started again at the
/// same port.
public final class ServedFolder implements AutoCloseable {
  private final Path data;
  private final Optional<Tls> tls;
  private final TokenStore tokens;
  private LocalFolder folder;
  private HttpServer server;
  private final int port;

  /// Serves at any free port.
  public ServedFolder(Path data) {
    this(data, Optional.empty());
  }

  /// Serves at any free port, encrypted.
  ServedFolder(Path data, Optional<Tls> tls) {
    this.data = data;
    this.tls = tls;
    this.tokens = new TokenStore(data);
    this.folder = open(data);
    this.server = serve(0);
    this.port = server.port();
  }

  /// A new token.
  public String token(Role role, String subtree) {
    var order = new TokenOrder("test", role, ScopePath.of(subtree), Optional.empty());
    try {
      return tokens.issue(order, Instant.EPOCH).secret();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// Where it is, as an administrator of everything sees it.
  public ServerAddress address() {
    return address(port, token(Role.ADMIN, "/"));
  }

  /// The same behind another port of this machine.
  public ServerAddress address(int otherPort, String token) {
    String scheme = tls.isPresent() ? "https" : "http";
    return ServerAddress.of(scheme + "://127.0.0.1:" + otherPort, token);
  }

  public int port() {
    return port;
  }

  /// A client of it.
  public RemoteInstance client() {
    return client(address(), Pace.DEFAULT);
  }

  /// A client that knows how long to wait for what.
  static RemoteInstance client(ServerAddress address, Pace pace) {
    try {
      return RemoteInstance.open(address, pace, MachineClock.source());
    } catch (IOException impossible) {
      throw new UncheckedIOException("no file of certificates is named", impossible);
    }
  }

  /// What is served, without a server in between.
  public LocalFolder folder() {
    return folder;
  }

  /// Ends the server and lets go of the folder.
  public void stop() {
    server.close();
    folder.close();
  }

  /// Serves the same folder at the same port again.
  public void start() {
    folder = open(data);
    server = serve(port);
  }

  @Override
  public void close() {
    stop();
  }

  private HttpServer serve(int at) {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), at);
    try {
      return HttpServer.start(
          folder.instance(), HttpServer.Access.in(data), new HttpServer.Listening(address, tls));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static LocalFolder open(Path data) {
    try {
      return LocalFolder.open(data, DataFolder.Progress.UNSEEN);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
