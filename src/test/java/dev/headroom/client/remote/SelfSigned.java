package dev.headroom.client.remote;

import io.helidon.common.tls.Tls;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// A server's certificate that nobody vouches for but itself, made by the JDK's own tool.
///
/// @param tls for the server
/// @param authority the certificate as PEM, for whoever trusts it
record SelfSigned(Tls tls, Path authority) {
  private static final String ALIAS = "server";
  private static final String PASSWORD = "of-this-test-only";

  /// @param subject such as `dns:localhost` or `ip:127.0.0.1`
  static SelfSigned in(Path folder, String subject) throws IOException, InterruptedException {
    Path file = folder.resolve("keys.p12");
    keytool(file, subject);
    try (InputStream stream = Files.newInputStream(file)) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(stream, PASSWORD.toCharArray());
      KeyManagerFactory managers =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      managers.init(keys, PASSWORD.toCharArray());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(managers.getKeyManagers(), null, null);
      Path authority = folder.resolve("authority.pem");
      Files.writeString(authority, pem(keys.getCertificate(ALIAS).getEncoded()));
      return new SelfSigned(Tls.builder().sslContext(context).build(), authority);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void keytool(Path file, String subject) throws IOException, InterruptedException {
    String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    List<String> key = List.of(tool, "-genkeypair", "-alias", ALIAS, "-keyalg", "EC");
    List<String> name = List.of("-dname", "CN=Test Authority", "-ext", "san=" + subject);
    List<String> place =
        List.of("-keystore", file.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD);
    var line = new ArrayList<>(key);
    line.addAll(name);
    line.addAll(place);
    Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(said);
    }
  }

  private static String pem(byte[] certificate) {
    String body =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
            .encodeToString(certificate);
    return "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n";
  }
}
