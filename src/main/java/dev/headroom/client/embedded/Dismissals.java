package dev.headroom.client.embedded;

import dev.headroom.file.WholeFile;
import dev.headroom.model.suggestion.Advice;
import dev.headroom.model.suggestion.Dismissal;
import dev.headroom.model.suggestion.Suggestion;
import dev.headroom.wire.json.At;
import dev.headroom.wire.json.Json;
import dev.headroom.wire.json.Suggestions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which suggestions are not wanted, of each only what was said last. Kept in a file where there is
/// one, else for as long as the process. Any thread.
public final class Dismissals {
  /// What the file is called in a data folder.
  public static final String FILE = "dismissed.json";

  /// So many are kept, the latest.
  private static final int COUNT_MAX = 1_000;

  private static final int BYTES_MAX = 16 << 20;

  private final Optional<WholeFile> file;

  /// Empty until the file was read.
  private Optional<List<Dismissal>> known;

  private Dismissals(Optional<WholeFile> file, Optional<List<Dismissal>> known) {
    this.file = file;
    this.known = known;
  }

  /// Those of an instance that lives as long as its process.
  static Dismissals inMemory() {
    return new Dismissals(Optional.empty(), Optional.of(List.of()));
  }

  /// Those that are in a folder, which is read when they are first asked for.
  public static Dismissals in(Path folder) {
    return new Dismissals(
        Optional.of(new WholeFile(folder.resolve(FILE), BYTES_MAX)), Optional.empty());
  }

  private static List<Dismissal> read(WholeFile file) throws IOException {
    Optional<byte[]> bytes = file.read();
    if (bytes.isEmpty()) {
      return List.of();
    }
    At at = At.tolerantRoot();
    Optional<List<Dismissal>> read = Json.read(Suggestions.DISMISSALS, bytes.get(), at);
    if (read.isEmpty() || !at.problems().isEmpty()) {
      throw new IOException(
          file.path()
              + " is not understood: "
              + at.problems().getFirst()
              + "; remove it to have all suggestions shown again");
    }
    return read.get();
  }

  /// All of them, the latest first.
  ///
  /// @throws IOException where they cannot be read, with what to do
  synchronized List<Dismissal> all() throws IOException {
    List<Dismissal> all = known.isPresent() ? known.get() : read(file.orElseThrow());
    known = Optional.of(all);
    return all;
  }

  /// The same advice, what is dismissed apart.
  ///
  /// @throws IOException where they cannot be read, with what to do
  public Advice sort(Advice advice) throws IOException {
    List<Dismissal> dismissals = all();
    List<Suggestion> wanted = new ArrayList<>();
    List<Advice.Dismissed> dismissed = new ArrayList<>();
    for (Suggestion suggestion : advice.suggestions()) {
      dismissals.stream()
          .filter(dismissal -> dismissal.covers(suggestion))
          .findFirst()
          .ifPresentOrElse(
              dismissal -> dismissed.add(new Advice.Dismissed(suggestion, dismissal)),
              () -> wanted.add(suggestion));
    }
    return new Advice(
        advice.path(), advice.from(), advice.to(), advice.requests(), wanted, dismissed);
  }

  /// Adds one, in the place of any other about the same.
  ///
  /// @throws IOException where it cannot be kept; then nothing has changed
  synchronized void put(Dismissal dismissal) throws IOException {
    List<Dismissal> next = new ArrayList<>();
    next.add(dismissal);
    Dismissal.Recall same = new Dismissal.Recall(dismissal.id(), dismissal.path());
    all().stream().filter(other -> !same.isOf(other)).forEach(next::add);
    keep(List.copyOf(next.subList(0, Math.min(next.size(), COUNT_MAX))));
  }

  /// Takes one back.
  ///
  /// @return whether there was one
  /// @throws IOException where that cannot be kept; then nothing has changed
  synchronized boolean remove(Dismissal.Recall recall) throws IOException {
    List<Dismissal> before = all();
    List<Dismissal> next = before.stream().filter(other -> !recall.isOf(other)).toList();
    boolean was = next.size() < before.size();
    if (was) {
      keep(next);
    }
    return was;
  }

  private void keep(List<Dismissal> next) throws IOException {
    if (file.isPresent()) {
      file.get().replace(Json.write(Suggestions.DISMISSALS, next));
    }
    known = Optional.of(next);
  }
}
