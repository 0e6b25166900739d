package dev.headroom.console.viewmodel;

import dev.headroom.model.Secret;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Keeps the tokens of connections, each for its name and address only, so that nobody gets one by
/// changing an address. Any thread may call it; it may take its time.
public interface Tokens {
  /// The token of a connection, if it was kept.
  ///
  /// @throws IOException where it cannot be read, or not only by its user, with what to do
  Optional<Secret> recall(Connection connection) throws IOException;

  /// Keeps a token, in place of any other of that connection.
  ///
  /// @throws IOException where it cannot be kept, with what is in the way
  void keep(Connection connection, Secret token) throws IOException;

  /// Forgets the token of a connection, if there is one.
  ///
  /// @throws IOException where it cannot be forgotten, with what is in the way
  void forget(Connection connection) throws IOException;

  /// Forgets with the program.
  static Tokens untilTheEnd() {
    return new Tokens() {
      private record Key(String name, String url) {
        static Key of(Connection connection) {
          return new Key(connection.name(), connection.server().url());
        }
      }

      private final Map<Key, Secret> kept = new ConcurrentHashMap<>();

      @Override
      public Optional<Secret> recall(Connection connection) {
        return Optional.ofNullable(kept.get(Key.of(connection)));
      }

      @Override
      public void keep(Connection connection, Secret token) {
        kept.put(Key.of(connection), token);
      }

      @Override
      public void forget(Connection connection) {
        kept.remove(Key.of(connection));
      }
    };
  }
}
