package dev.headroom.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLServerSocket;

/// Stands with a certificate before a server of this machine that speaks plainly.
final class TlsFront implements AutoCloseable {
  private final SSLServerSocket door;
  private final int behind;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /// @param behind the port of the server
  TlsFront(Certificate certificate, int behind) throws IOException, GeneralSecurityException {
    this.behind = behind;
    this.door =
        (SSLServerSocket)
            certificate
                .shown()
                .getServerSocketFactory()
                .createServerSocket(0, 0, InetAddress.getLoopbackAddress());
    threads.execute(this::take);
  }

  int port() {
    return door.getLocalPort();
  }

  private void take() {
    while (!door.isClosed()) {
      try {
        Socket caller = door.accept();
        threads.execute(() -> pass(caller));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void pass(Socket caller) {
    try (caller;
        Socket server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
      threads.execute(() -> copy(server, caller));
      caller.getInputStream().transferTo(server.getOutputStream());
    } catch (IOException gone) {
      // One of them has hung up, or the certificate was not to the caller's liking.
    }
  }

  private static void copy(Socket from, Socket to) {
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      in.transferTo(out);
    } catch (IOException gone) {
      // One of them has hung up.
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    threads.shutdownNow();
  }
}
