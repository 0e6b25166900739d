package dev.headroom.client.remote;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;

/// The connections to one server. Calls share theirs; each stream has its own, so that one that is
/// read slowly holds up nothing else. Any thread.
final class Transport implements AutoCloseable {
  /// As many callers as this keep their connections between calls.
  private static final int IDLE_CONNECTIONS_MAX = 128;

  private static final int IDLE_MINUTES = 4;

  /// So long the longest of calls may take.
  private static final Duration LONG = Duration.ofHours(1);

  private final ServerAddress server;
  private final OkHttpClient calls;
  private final OkHttpClient patient;
  private final OkHttpClient streams;

  /// @throws IOException where the file of certificates cannot be used, with what is wrong with it
  Transport(ServerAddress server, Pace pace) throws IOException {
    this.server = server;
    OkHttpClient.Builder builder =
        new OkHttpClient.Builder()
            .followRedirects(false)
            // With it, whoever is interrupted while connecting gets an exception that nothing
            // declares.
            .fastFallback(false)
            .connectTimeout(pace.connect())
            .writeTimeout(pace.answer())
            .readTimeout(0, TimeUnit.MILLISECONDS);
    if (server.authority().isPresent()) {
      X509TrustManager trust = trust(server.authority().get());
      builder.sslSocketFactory(context(trust).getSocketFactory(), trust);
    }
    OkHttpClient client = builder.build();
    calls =
        client
            .newBuilder()
            .connectionPool(
                new ConnectionPool(IDLE_CONNECTIONS_MAX, IDLE_MINUTES, TimeUnit.MINUTES))
            .callTimeout(pace.answer())
            .build();
    patient = calls.newBuilder().callTimeout(LONG).readTimeout(pace.silence()).build();
    streams =
        client
            .newBuilder()
            .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
            .protocols(List.of(Protocol.HTTP_1_1))
            .build();
  }

  /// For calls, which are answered and done with.
  OkHttpClient calls() {
    return calls;
  }

  /// For calls that may take their time, during which something comes all the while.
  OkHttpClient patient() {
    return patient;
  }

  /// For answers that do not end.
  OkHttpClient streams() {
    return streams;
  }

  ServerAddress server() {
    return server;
  }

  /// An address of the server.
  ///
  /// @param path without a slash before it
  HttpUrl.Builder at(String path) {
    return server.base().newBuilder().addPathSegments(path);
  }

  /// A request in the caller's name.
  Request.Builder request(HttpUrl.Builder at) {
    return new Request.Builder()
        .url(at.build())
        .header("Authorization", "Bearer " + server.token().text());
  }

  /// Cuts what is under way and lets go of all connections.
  @Override
  public void close() {
    for (OkHttpClient client : List.of(calls, streams)) {
      client.dispatcher().cancelAll();
      client.dispatcher().executorService().shutdown();
      client.connectionPool().evictAll();
    }
  }

  private static X509TrustManager trust(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int count = 0;
      for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry("authority-" + count++, each);
      }
      if (count == 0) {
        throw new IOException(file + " has no certificate in it");
      }
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(store);
      for (TrustManager each : factory.getTrustManagers()) {
        if (each instanceof X509TrustManager trust) {
          return trust;
        }
      }
      throw new IOException("this Java does not check certificates");
    } catch (GeneralSecurityException unusable) {
      throw new IOException(
          file + " is no file of certificates as PEM: " + unusable.getMessage(), unusable);
    }
  }

  private static SSLContext context(X509TrustManager trust) throws IOException {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {trust}, null);
      return context;
    } catch (GeneralSecurityException unusable) {
      throw new IOException("this Java does not speak TLS", unusable);
    }
  }
}
