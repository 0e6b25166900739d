package dev.headroom.client.remote;

import dev.headroom.client.Finding;
import dev.headroom.client.Finding.Step;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Handshake;
import okhttp3.Protocol;
import org.jspecify.annotations.Nullable;

/// Notes how far the first call to a server comes until it can be asked something. One thread.
final class Milestones extends EventListener {
  /// What an authority is called: by its common name, or its organisation.
  private static final Pattern NAME = Pattern.compile("(?:CN|O)=(\"[^\"]*\"|[^,]*)");

  private final ServerAddress server;
  private final Consumer<Finding> told;
  private final long begin = System.nanoTime();
  private Step next = Step.ADDRESS;

  Milestones(ServerAddress server, Consumer<Finding> told) {
    this.server = server;
    this.told = told;
  }

  /// The step that has not been done yet.
  Step next() {
    return next;
  }

  @Override
  public void secureConnectStart(Call call) {
    reached();
  }

  @Override
  public void secureConnectEnd(Call call, @Nullable Handshake handshake) {
    if (next == Step.ENCRYPTION && handshake != null) {
      next = Step.TOKEN;
      told.accept(encrypted(handshake));
    }
  }

  @Override
  public void connectEnd(
      Call call, InetSocketAddress address, Proxy proxy, @Nullable Protocol protocol) {
    reached();
    if (next == Step.ENCRYPTION) {
      next = Step.TOKEN;
      told.accept(new Finding.Unencrypted(server.isLoopback()));
    }
  }

  private void reached() {
    if (next == Step.ADDRESS) {
      next = Step.ENCRYPTION;
      told.accept(new Finding.Reached(server.place(), Duration.ofNanos(System.nanoTime() - begin)));
    }
  }

  private static Finding encrypted(Handshake handshake) {
    for (Certificate certificate : handshake.peerCertificates()) {
      if (certificate instanceof X509Certificate x509) {
        return new Finding.Encrypted(
            handshake.tlsVersion().javaName(),
            name(x509.getIssuerX500Principal().getName()),
            x509.getNotAfter().toInstant());
      }
    }
    return new Finding.Encrypted(handshake.tlsVersion().javaName(), "", Instant.MAX);
  }

  private static String name(String issuer) {
    Matcher names = NAME.matcher(issuer);
    return names.find() ? names.group(1) : issuer;
  }
}
