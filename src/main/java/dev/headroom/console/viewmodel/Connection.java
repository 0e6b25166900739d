package dev.headroom.console.viewmodel;

import java.nio.file.Path;
import java.util.Optional;

/// How an instance behind a server is reached, but for the token.
///
/// @param id by which its token is found, whatever it is called; empty where it is not remembered
/// @param mark how it is told from others
/// @param server where it is
/// @param keepsToken whether its token is kept, in a file that only its user can read, instead of
///   being asked for each time
public record Connection(String id, PlaceMark mark, Server server, boolean keepsToken) {

  /// Where a server is.
  ///
  /// @param url such as `https://headroom.example.org:7420`
  /// @param authority a file of certificates of which one must vouch for it; empty for those that
  ///   this system trusts
  /// @param plainText whether the token may cross a network in the clear
  public record Server(String url, Optional<Path> authority, boolean plainText) {}

  /// What it is called.
  public String name() {
    return mark.name();
  }

  /// The same, called so unless it has a name.
  public Connection orNamed(String name) {
    return name().isBlank()
        ? new Connection(
            id, new PlaceMark(name, mark.colour(), mark.production()), server, keepsToken)
        : this;
  }
}
