package dev.headroom.wire;

import dev.headroom.model.InvalidValueException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The addresses of servers, as people write them down.
final class Address {
  private static final int PORT_MAX = 65_535;
  private static final Set<String> LOOPBACK = Set.of("localhost", "[::1]");

  private Address() {}

  /// An address without a user, a password or a fragment.
  ///
  /// @param schemes which ones may stand there
  static Form<URI> of(List<String> schemes) {
    String expected = "an address such as " + schemes.getFirst() + "://host.example:8080/path";
    return Form.text(expected, text -> parse(text, schemes, expected));
  }

  /// Whether it is on this machine for certain.
  static boolean isLoopback(URI address) {
    String host = address.getHost().toLowerCase(Locale.ROOT);
    return LOOPBACK.contains(host) || host.matches("127(\\.\\d{1,3}){3}");
  }

  private static URI parse(String text, List<String> schemes, String expected) {
    try {
      URI address = new URI(text);
      if (address.getHost() == null || !schemes.contains(address.getScheme())) {
        throw new InvalidValueException("must be " + expected + ", not " + text);
      }
      if (address.getUserInfo() != null || address.getFragment() != null) {
        throw new InvalidValueException("has no user, password or # in it");
      }
      if (address.getPort() == 0 || address.getPort() > PORT_MAX) {
        throw new InvalidValueException("has a port from 1 to " + PORT_MAX);
      }
      return address;
    } catch (URISyntaxException malformed) {
      throw new InvalidValueException("must be " + expected + ", not " + text);
    }
  }
}
