package dev.headroom.console.viewmodel;

import java.nio.file.Path;

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
}
