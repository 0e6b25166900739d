package dev.headroom.console.viewmodel;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What the console remembers from one start to the next.
///
/// @param folders data folders that were opened, the latest first; at most [#FOLDERS_MAX]
/// @param connections servers that were attached to, the latest first; at most [#CONNECTIONS_MAX]
/// @param zoom how large the window showed everything
public record Remembered(List<Path> folders, List<Connection> connections, Zoom zoom) {
  /// How many folders are remembered.
  public static final int FOLDERS_MAX = 6;

  /// How many connections are remembered.
  public static final int CONNECTIONS_MAX = 50;

  /// What is remembered at the first start.
  public static final Remembered NOTHING = new Remembered(List.of(), List.of(), Zoom.NORMAL);

  public Remembered {
    folders = folders.stream().distinct().limit(FOLDERS_MAX).toList();
    connections = connections.stream().limit(CONNECTIONS_MAX).toList();
  }

  /// The same after `folder` was opened.
  Remembered withFolder(Path folder) {
    return new Remembered(
        Stream.concat(Stream.of(folder), folders.stream()).toList(), connections, zoom);
  }

  /// The same, but for `folder`.
  Remembered withoutFolder(Path folder) {
    return new Remembered(
        folders.stream().filter(path -> !path.equals(folder)).toList(), connections, zoom);
  }

  /// The same after `connection` was attached to, whatever it was before.
  Remembered withConnection(Connection connection) {
    Stream<Connection> others = withoutConnection(connection).connections.stream();
    return new Remembered(folders, Stream.concat(Stream.of(connection), others).toList(), zoom);
  }

  /// The same, but for `connection`.
  Remembered withoutConnection(Connection connection) {
    return new Remembered(
        folders,
        connections.stream().filter(known -> !known.id().equals(connection.id())).toList(),
        zoom);
  }

  /// The same, but for how large everything is.
  Remembered withZoom(Zoom now) {
    return new Remembered(folders, connections, now);
  }
}
