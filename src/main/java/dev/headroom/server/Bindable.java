package dev.headroom.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/// Whether an address can be listened on. Helidon 4.5 does not tell: where it cannot, it logs a
/// stack and goes on without listening.
final class Bindable {
  private Bindable() {}

  /// @throws IOException where it cannot, because of what its message says
  static void require(InetSocketAddress address) throws IOException {
    try (ServerSocket tried = new ServerSocket()) {
      tried.setReuseAddress(true);
      tried.bind(address);
    } catch (IOException taken) {
      throw new IOException(
          "cannot listen on "
              + address.getAddress().getHostAddress()
              + ":"
              + address.getPort()
              + ": "
              + taken.getMessage(),
          taken);
    }
  }
}
