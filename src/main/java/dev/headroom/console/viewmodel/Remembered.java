package dev.headroom.console.viewmodel;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// What the console remembers from one start to the next.
///
/// @param folders data folders that were opened, the latest first; at most [#FOLDERS_MAX]
/// @param recordings files that were opened, the latest first; at most [#RECORDINGS_MAX]
/// @param connections servers that were attached to, the latest first; at most [#CONNECTIONS_MAX]
/// @param look which columns the scope tree has
/// @param views saved views of it, by name
/// @param preferences how the console is wanted to be
public record Remembered(
    List<Path> folders,
    List<Path> recordings,
    List<Connection> connections,
    TreeLook look,
    List<SavedView> views,
    Preferences preferences) {
  /// How many folders are remembered.
  public static final int FOLDERS_MAX = 6;

  /// How many recordings are remembered.
  public static final int RECORDINGS_MAX = 6;

  /// How many connections are remembered.
  public static final int CONNECTIONS_MAX = 50;

  /// What is remembered at the first start.
  public static final Remembered NOTHING =
      new Remembered(List.of(), List.of(), List.of(), TreeLook.USUAL, List.of(), Preferences.USUAL);

  public Remembered {
    folders = folders.stream().distinct().limit(FOLDERS_MAX).toList();
    recordings = recordings.stream().distinct().limit(RECORDINGS_MAX).toList();
    connections = connections.stream().limit(CONNECTIONS_MAX).toList();
    views = views.stream().sorted(Comparator.comparing(SavedView::name)).toList();
  }

  /// The same after `folder` was opened.
  Remembered withFolder(Path folder) {
    return withFolders(Stream.concat(Stream.of(folder), folders.stream()).toList());
  }

  /// The same, but for `folder`.
  Remembered withoutFolder(Path folder) {
    return withFolders(folders.stream().filter(path -> !path.equals(folder)).toList());
  }

  /// The same after a recording was opened.
  Remembered withRecording(Path file) {
    return withRecordings(Stream.concat(Stream.of(file), recordings.stream()).toList());
  }

  /// The same, but for a recording.
  Remembered withoutRecording(Path file) {
    return withRecordings(recordings.stream().filter(path -> !path.equals(file)).toList());
  }

  /// The same after `connection` was attached to, whatever it was before.
  Remembered withConnection(Connection connection) {
    Stream<Connection> others = withoutConnection(connection).connections.stream();
    return withConnections(Stream.concat(Stream.of(connection), others).toList());
  }

  /// The same, but for `connection`.
  Remembered withoutConnection(Connection connection) {
    return withConnections(
        connections.stream().filter(known -> !known.id().equals(connection.id())).toList());
  }

  /// The same, but for how the console is wanted to be.
  public Remembered withPreferences(Preferences now) {
    return new Remembered(folders, recordings, connections, look, views, now);
  }

  /// The same, but for the columns of the tree.
  Remembered withLook(TreeLook now) {
    return new Remembered(folders, recordings, connections, now, views, preferences);
  }

  /// The same, but for the saved views.
  Remembered withViews(List<SavedView> now) {
    return new Remembered(folders, recordings, connections, look, now, preferences);
  }

  private Remembered withFolders(List<Path> now) {
    return new Remembered(now, recordings, connections, look, views, preferences);
  }

  private Remembered withRecordings(List<Path> now) {
    return new Remembered(folders, now, connections, look, views, preferences);
  }

  private Remembered withConnections(List<Connection> now) {
    return new Remembered(folders, recordings, now, look, views, preferences);
  }
}
