package dev.headroom.server.token;

import dev.headroom.file.FileTurn;
import dev.headroom.file.WholeFile;
import dev.headroom.model.InvalidValueException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The tokens of an instance, in the file `tokens` of its data folder. Every process that has the
/// folder's tokens sees at once what another has changed, also while a server holds the folder.
/// Thread-safe.
///
/// Where the file cannot be read or is not as it was written, every method throws: nobody gets in.
public final class TokenStore {
  /// Most tokens of an instance, those that have expired included.
  public static final int TOKENS_MAX = 1000;

  private static final int SIZE_MAX = 2 << 20;

  private final WholeFile file;
  private final Secrets secrets = new Secrets();
  private volatile Known known = new Known(Optional.empty(), List.of());

  /// @param folder the data folder
  public TokenStore(Path folder) {
    file = new WholeFile(folder.resolve("tokens"), SIZE_MAX);
  }

  /// What was read last.
  ///
  /// @param stamp of the file that said so; empty where there was none
  private record Known(Optional<WholeFile.Stamp> stamp, List<Token> tokens) {}

  /// Who says `bearer`, and what that one may do now.
  ///
  /// @param bearer what stands after `Bearer ` in the request
  /// @param now the first instant at which a token is worth nothing is its expiry
  /// @return nothing where no good token is said, whatever is wrong with it
  public Optional<Grant> authenticate(String bearer, Instant now) throws IOException {
    if (bearer.length() != Secrets.LENGTH) {
      return Optional.empty();
    }
    String hash = Secrets.sha256(bearer);
    Optional<Token> found = Optional.empty();
    for (Token token : tokens()) { // All of them, so that the time tells nothing.
      if (Secrets.same(token.sha256(), hash)) {
        found = Optional.of(token);
      }
    }
    return found.filter(token -> token.isGoodAt(now)).map(Token::grant);
  }

  /// All tokens, in the order in which they were made, those that have expired included.
  public List<Token> tokens() throws IOException {
    Optional<WholeFile.Stamp> stamp = file.stamp();
    Known before = known;
    if (before.stamp().equals(stamp)) {
      return before.tokens();
    }
    // The stamp is older than what is read, so that a change in between is seen the next time.
    List<Token> tokens = read();
    known = new Known(stamp, tokens);
    return tokens;
  }

  /// Makes a token, and makes the folder where there is none.
  ///
  /// @throws InvalidValueException where it would have expired already, or there are too many
  public Issued issue(TokenOrder order, Instant now) throws IOException {
    if (order.expires().filter(expires -> !now.isBefore(expires)).isPresent()) {
      throw new InvalidValueException("a token expires after now");
    }
    file.makeFolder();
    try (FileTurn _ = FileTurn.take(file)) {
      List<Token> tokens = new ArrayList<>(read());
      if (tokens.size() >= TOKENS_MAX) {
        throw new InvalidValueException(
            "there are %d tokens already; revoke some first", TOKENS_MAX);
      }
      String secret = secrets.token();
      Token token =
          new Token(
              secrets.id(),
              order.name(),
              order.role(),
              order.subtree(),
              now,
              order.expires(),
              Secrets.sha256(secret));
      tokens.add(token);
      file.replace(TokenFile.write(tokens));
      return new Issued(token, secret);
    }
  }

  /// Takes all worth from a token, at once and for ever.
  ///
  /// @return what was known of it; nothing where there is no such token
  public Optional<Token> revoke(String id) throws IOException {
    if (file.stamp().isEmpty()) {
      return Optional.empty();
    }
    try (FileTurn _ = FileTurn.take(file)) {
      List<Token> tokens = new ArrayList<>(read());
      Optional<Token> revoked = tokens.stream().filter(token -> token.id().equals(id)).findFirst();
      if (revoked.isPresent()) {
        tokens.remove(revoked.get());
        file.replace(TokenFile.write(tokens));
      }
      return revoked;
    }
  }

  private List<Token> read() throws IOException {
    Optional<byte[]> bytes = file.read();
    return bytes.isEmpty() ? List.of() : TokenFile.read(bytes.get(), file.path());
  }
}
