package dev.headroom.sink.redis;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import redis.clients.jedis.Jedis;
import redis.embedded.RedisServer;

/// A real Redis server on a free port of this machine, which keeps nothing on disk.
public final class LocalRedis implements AutoCloseable {
  private final int port;
  private RedisServer server;

  private LocalRedis(int port) throws IOException {
    this.port = port;
    this.server = started(port);
  }

  public static LocalRedis start() throws IOException {
    return new LocalRedis(freePort());
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  private static RedisServer started(int port) throws IOException {
    RedisServer server =
        RedisServer.newRedisServer()
            .port(port)
            .setting("bind 127.0.0.1")
            .setting("save \"\"")
            .build();
    server.start();
    return server;
  }

  /// Another one in its place, which knows nothing.
  void startAgain() throws IOException {
    server = started(port);
  }

  public URI url() {
    return URI.create("redis://127.0.0.1:" + port + "/0");
  }

  public Jedis connect() {
    return new Jedis("127.0.0.1", port);
  }

  void stop() throws IOException {
    server.stop();
  }

  @Override
  public void close() throws IOException {
    stop();
  }
}
