package dev.headroom.console.viewmodel;

import dev.headroom.model.Secret;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/// Where an instance can be looked at.
public sealed interface Place {

  /// A simulation in this program.
  ///
  /// @param scenario the name of the one to play, of [Places#scenarios]
  /// @param seed where every chance in it comes from
  record Sandbox(String scenario, long seed) implements Place {}

  /// An engine in this program that survives in a folder.
  ///
  /// @param path the folder
  /// @param confirmed whether to begin a new instance there, where there is none yet
  record Folder(Path path, boolean confirmed) implements Place {}

  /// How an engine was within a span that somebody recorded.
  ///
  /// @param path the file
  record Recording(Path path) implements Place {}

  /// A simulation in this program that begins as an instance was.
  ///
  /// @param of the instance, which stays open
  /// @param at as it was then
  record Copy(OpenPlace of, Instant at) implements Place {}

  /// An engine behind a server.
  ///
  /// @param token who attaches; empty for the token that is kept of this connection
  record Remote(Connection connection, Optional<Secret> token) implements Place {}
}
