package dev.headroom.sink.redis;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Optional;
import redis.clients.jedis.Jedis;
import redis.embedded.RedisServer;
import redis.embedded.core.RedisServerBuilder;

/// A real Redis server on a free port of this machine, which keeps nothing on disk.
public final class LocalRedis implements AutoCloseable {
  private final int port;
  private final Optional<String> password;
  private RedisServer server;

  private LocalRedis(int port, Optional<String> password) throws IOException {
    this.port = port;
    this.password = password;
    this.server = started();
  }

  public static LocalRedis start() throws IOException {
    return new LocalRedis(freePort(), Optional.empty());
  }

  /// One that lets in only who knows a word.
  static LocalRedis guarded(String password) throws IOException {
    return new LocalRedis(freePort(), Optional.of(password));
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  private RedisServer started() throws IOException {
    RedisServerBuilder builder =
        RedisServer.newRedisServer().port(port).setting("bind 127.0.0.1").setting("save \"\"");
    password.ifPresent(word -> builder.setting("requirepass " + word));
    RedisServer begun = builder.build();
    begun.start();
    return begun;
  }

  /// Another one in its place, which knows nothing.
  void startAgain() throws IOException {
    server = started();
  }

  public URI url() {
    return URI.create("redis://127.0.0.1:" + port + "/0");
  }

  public Jedis connect() {
    var redis = new Jedis("127.0.0.1", port);
    password.ifPresent(redis::auth);
    return redis;
  }

  void stop() throws IOException {
    server.stop();
  }

  @Override
  public void close() throws IOException {
    stop();
  }
}
