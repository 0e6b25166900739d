package dev.headroom.sink.webhook;

import dev.headroom.file.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a webhook did not get, a file for each letter: at most [#COUNT_MAX], then the oldest give
/// way. Any thread and process may use it, also while a server runs.
public final class DeadLetters {
  /// Most letters of a webhook.
  public static final int COUNT_MAX = 1000;

  /// Most bytes of a letter; of what is larger only the numbers are kept.
  static final int SIZE_MAX = 16 << 20;

  private static final String SUFFIX = ".json";

  private final Path folder;

  DeadLetters(Path folder) {
    this.folder = folder;
  }

  /// All letters, in the order of their events.
  public List<DeadLetter> all() throws IOException {
    List<DeadLetter> letters = new ArrayList<>();
    for (String name : names()) {
      Optional<byte[]> bytes = file(name).read();
      if (bytes.isPresent()) {
        letters.add(DeadLetter.read(bytes.get()));
      }
    }
    return letters;
  }

  /// How many there are.
  public int count() throws IOException {
    return names().size();
  }

  /// Forgets a letter.
  public void remove(DeadLetter letter) throws IOException {
    Files.deleteIfExists(folder.resolve(letter.id() + SUFFIX));
  }

  /// Keeps a letter, and returns once it is safe.
  ///
  /// @return how many had to give way
  int add(DeadLetter letter) throws IOException {
    WholeFile file = file(letter.id() + SUFFIX);
    file.makeFolder();
    file.replace(letter.write());
    List<String> names = names();
    int tooMany = Math.max(0, names.size() - COUNT_MAX);
    for (String oldest : names.subList(0, tooMany)) {
      Files.deleteIfExists(folder.resolve(oldest));
    }
    return tooMany;
  }

  private WholeFile file(String name) {
    return new WholeFile(folder.resolve(name), 2 * SIZE_MAX);
  }

  private List<String> names() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(SUFFIX))
          .sorted()
          .toList();
    }
  }
}
