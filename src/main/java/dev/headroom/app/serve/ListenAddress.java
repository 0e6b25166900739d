package dev.headroom.app.serve;

import dev.headroom.app.input.UnusableInputException;
import dev.headroom.server.HttpServer;
import io.helidon.common.configurable.Resource;
import io.helidon.common.pki.Keys;
import io.helidon.common.tls.Tls;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/// Where to listen, and with what certificate.
///
/// @param host as it was said
record ListenAddress(String host, HttpServer.Listening listening) {
  private static final int PORT_MAX = 65_535;

  /// Understands the options.
  ///
  /// @throws ParameterException where they do not go together
  static ListenAddress of(
      String listen,
      @Nullable Path certificate,
      @Nullable Path key,
      boolean plainText,
      CommandLine command) {
    int colon = listen.lastIndexOf(':');
    int port = colon < 1 ? -1 : port(listen.substring(colon + 1));
    if (port < 0) {
      throw new ParameterException(
          command, "--listen is HOST:PORT, such as 127.0.0.1:7420, not " + listen);
    }
    String host = listen.substring(0, colon).replace("[", "").replace("]", "");
    InetAddress address = address(host, command);
    Optional<Tls> tls = tls(certificate, key, command);
    if (tls.isEmpty() && !plainText && !address.isLoopbackAddress()) {
      throw new ParameterException(
          command,
          "without --tls-cert and --tls-key tokens would cross the network in the clear; listen on"
              + " 127.0.0.1, or say --plain-text");
    }
    return new ListenAddress(
        host, new HttpServer.Listening(new InetSocketAddress(address, port), tls));
  }

  /// How to reach it.
  String url(int port) {
    String scheme = listening.tls().isPresent() ? "https" : "http";
    return scheme + "://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }

  private static int port(String text) {
    boolean digits =
        !text.isEmpty() && text.length() < 6 && text.chars().allMatch(Character::isDigit);
    int port = digits ? Integer.parseInt(text) : -1;
    return port > PORT_MAX ? -1 : port;
  }

  private static InetAddress address(String host, CommandLine command) {
    try {
      return InetAddress.getByName(host);
    } catch (UnknownHostException unknown) {
      throw new ParameterException(command, "--listen: there is no host " + host);
    }
  }

  private static Optional<Tls> tls(
      @Nullable Path certificate, @Nullable Path key, CommandLine command) {
    if (certificate == null && key == null) {
      return Optional.empty();
    }
    if (certificate == null || key == null) {
      throw new ParameterException(command, "--tls-cert and --tls-key go together");
    }
    for (Path file : new Path[] {certificate, key}) {
      if (!Files.isReadable(file) || Files.isDirectory(file)) {
        throw new UnusableInputException("there is no file " + file + " that can be read");
      }
    }
    Keys keys = keys(certificate, key);
    if (!isKeyTo(keys)) {
      throw new UnusableInputException(
          key + " is not the private key to the certificate " + certificate);
    }
    return Optional.of(Tls.builder().privateKey(keys).privateKeyCertChain(keys).build());
  }

  private static Keys keys(Path certificate, Path key) {
    try {
      return Keys.builder()
          .pem(pem -> pem.key(Resource.create(key)).certChain(Resource.create(certificate)))
          .build();
    } catch (RuntimeException unusable) {
      throw new UnusableInputException(
          certificate
              + " and "
              + key
              + " are no certificate and key as PEM: "
              + unusable.getMessage());
    }
  }

  private static boolean isKeyTo(Keys keys) {
    try {
      return KeyProof.belongTogether(
          keys.privateKey().orElseThrow(), keys.certChain().getFirst().getPublicKey());
    } catch (GeneralSecurityException cannotTell) {
      return true; // A kind of key that Java knows only within TLS: whoever connects will tell.
    }
  }
}
