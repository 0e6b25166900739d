package dev.headroom.client.remote;

import dev.headroom.model.InvalidValueException;
import dev.headroom.model.Secret;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import okhttp3.HttpUrl;

/// Where a server is, and what it takes to be let in.
///
/// @param url such as `https://headroom.example.org:7420`
/// @param token who calls
/// @param authority a file of certificates, as PEM, of which one must vouch for the server; empty
///   for those that this system trusts
/// @param plainText whether the token may cross a network in the clear
public record ServerAddress(String url, Secret token, Optional<Path> authority, boolean plainText) {

  /// @throws InvalidValueException where it is no address, or one to which a token must not be sent
  public ServerAddress {
    HttpUrl parsed = HttpUrl.parse(url);
    if (parsed == null || parsed.querySize() > 0 || !parsed.username().isEmpty()) {
      throw new InvalidValueException(
          "a server's address is such as https://headroom.example.org:7420, not \"%s\"", url);
    }
    if (!parsed.isHttps() && !plainText && !isLoopback(parsed.host())) {
      throw new InvalidValueException(
          "over http, whoever can read the network reads the token; use https, or allow plain text"
              + " (%s)",
          url);
    }
  }

  /// One that is trusted as this system trusts others.
  ///
  /// @throws InvalidValueException where the address or the token is none
  public static ServerAddress of(String url, String token) {
    return new ServerAddress(url, new Secret(token), Optional.empty(), false);
  }

  /// The same, vouched for by a file of certificates.
  public ServerAddress vouchedForBy(Path certificates) {
    return new ServerAddress(url, token, Optional.of(certificates), plainText);
  }

  /// The host and port, for people.
  public String place() {
    HttpUrl base = base();
    return base.host() + ":" + base.port();
  }

  /// Whether what is said to it does not leave this machine.
  boolean isLoopback() {
    return isLoopback(base().host());
  }

  HttpUrl base() {
    return HttpUrl.get(url);
  }

  private static boolean isLoopback(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    return name.equals("localhost") || name.startsWith("127.") || name.equals("::1");
  }
}
