package dev.headroom.client.remote;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/// A bad network between a client and a server on this machine: connections are cut, also in the
/// midst of an answer, or nothing goes through for a while.
public final class Proxy implements AutoCloseable {
  /// Cuts nothing.
  public static final LongSupplier ENDLESS = () -> Long.MAX_VALUE;

  private final int target;
  private final ServerSocket door;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition change = lock.newCondition();
  private boolean stalled;
  private volatile Limits limits = new Limits(ENDLESS, ENDLESS);

  private record Limits(LongSupplier asked, LongSupplier answered) {}

  /// @param target the port of the server
  public Proxy(int target) {
    this.target = target;
    try {
      this.door = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    Thread.ofVirtual().name("proxy").start(this::welcome);
  }

  public int port() {
    return door.getLocalPort();
  }

  /// Cuts all connections there are.
  public void cut() {
    open.forEach(Proxy::end);
  }

  /// Cuts every connection that comes from now on, once so many bytes have gone through it.
  ///
  /// @param asked for each connection, how many towards the server
  /// @param answered for each connection, how many from the server
  public void cutAfter(LongSupplier asked, LongSupplier answered) {
    limits = new Limits(asked, answered);
  }

  /// Lets nothing through from now on, and keeps connections.
  public void stall() {
    stalled(true);
  }

  /// Lets all through, what was held back too.
  public void flow() {
    limits = new Limits(ENDLESS, ENDLESS);
    stalled(false);
  }

  private void stalled(boolean now) {
    lock.lock();
    try {
      stalled = now;
      change.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void awaitFlow() {
    lock.lock();
    try {
      while (stalled) {
        change.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
  }

  private void welcome() {
    try {
      while (true) {
        Socket client = door.accept();
        open.add(client);
        connect(client);
      }
    } catch (IOException closed) {
      cut();
    }
  }

  private void connect(Socket client) {
    try {
      var server = new Socket(InetAddress.getLoopbackAddress(), target);
      open.add(server);
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      long asked = limits.asked.getAsLong();
      long answered = limits.answered.getAsLong();
      Thread.ofVirtual().start(() -> pump(client, server, asked));
      Thread.ofVirtual().start(() -> pump(server, client, answered));
    } catch (IOException nobodyThere) {
      end(client);
    }
  }

  private void pump(Socket from, Socket to, long most) {
    long left = most;
    byte[] buffer = new byte[8192];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      int count = in.read(buffer);
      while (count >= 0 && left > 0) {
        awaitFlow();
        out.write(buffer, 0, (int) Math.min(count, left));
        left -= count;
        count = left > 0 ? in.read(buffer) : -1;
      }
    } catch (IOException cut) {
      end(to); // What one side lost, the other loses too.
    } finally {
      open.remove(from);
      open.remove(to);
    }
  }

  private static void end(Socket socket) {
    try {
      socket.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    cut();
    flow();
  }
}
