package dev.headroom.app.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.headroom.console.viewmodel.Connection;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.file.FileTurn;
import dev.headroom.file.WholeFile;
import dev.headroom.model.InvalidValueException;
import dev.headroom.model.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The tokens of connections: in the system's keyring where there is one that takes them, else as
/// `tokens.json` in a folder, which only its user can read. Each is kept for one address, so that
/// nobody gets it by changing where a connection leads. Any thread, and any process.
public final class KeptTokens {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private static final int SIZE_MAX = 1 << 20;
  private static final String TOKENS = "tokens";
  private static final String ID = "connection";
  private static final String URL = "url";
  private static final String TOKEN = "token";

  private final WholeFile file;
  private final Optional<Keyring> keyring;

  /// Tokens that are kept in a file only.
  ///
  /// @param folder is made when a token is kept first
  public KeptTokens(Path folder) {
    this(folder, Optional.empty());
  }

  /// @param folder is made when a token is kept in it first
  KeptTokens(Path folder, Optional<Keyring> keyring) {
    this.keyring = keyring;
    file = new WholeFile(folder.resolve("tokens.json"), SIZE_MAX);
  }

  /// This user's, here.
  public static KeptTokens ofUser() {
    return new KeptTokens(
        SettingsFolder.ofUser(), Keyring.of(System.getenv(), System.getProperty("os.name", "")));
  }

  /// The token of a connection, if one is kept.
  ///
  /// @throws IOException where the keyring does not answer and the file has no token either, the
  ///   file cannot be read, or others can read it, with what to do
  public Optional<Secret> recall(Connection connection) throws IOException {
    Optional<Secret> filed = recallFiled(connection);
    return filed.isPresent() || keyring.isEmpty() ? filed : keyring.get().recall(connection);
  }

  private Optional<Secret> recallFiled(Connection connection) throws IOException {
    for (JsonNode entry : read().path(TOKENS)) {
      if (isOf(entry, connection) && entry.path(URL).asText().equals(connection.server().url())) {
        return Optional.of(secret(entry));
      }
    }
    return Optional.empty();
  }

  /// Keeps a token, in place of any other of that connection.
  ///
  /// @return why it is in the file although there is a keyring, in a sentence
  public Optional<String> keep(Connection connection, Secret token) throws IOException {
    if (keyring.isEmpty()) {
      file(connection, token);
      return Optional.empty();
    }
    try {
      keyring.get().keep(connection, token);
    } catch (IOException unusable) {
      file(connection, token);
      String why = String.valueOf(unusable.getMessage());
      return Optional.of(Wording.text("attach.token.filed", connection.name(), file.path(), why));
    }
    forgetFiled(connection);
    return Optional.empty();
  }

  private void file(Connection connection, Secret token) throws IOException {
    file.makeFolder();
    try (FileTurn _ = FileTurn.take(file)) {
      ObjectNode all = without(connection);
      all.withArray(TOKENS)
          .addObject()
          .put(ID, connection.id())
          .put(URL, connection.server().url())
          .put(TOKEN, token.text());
      file.replace(JSON.writeValueAsBytes(all));
    }
  }

  /// Forgets the token of a connection, if one is kept.
  public void forget(Connection connection) throws IOException {
    forgetFiled(connection);
    if (keyring.isPresent()) {
      keyring.get().forget(connection);
    }
  }

  private void forgetFiled(Connection connection) throws IOException {
    if (Files.exists(file.path())) {
      try (FileTurn _ = FileTurn.take(file)) {
        file.replace(JSON.writeValueAsBytes(without(connection)));
      }
    }
  }

  private ObjectNode without(Connection connection) throws IOException {
    ObjectNode all = JSON.createObjectNode();
    ArrayNode tokens = all.putArray(TOKENS);
    for (JsonNode entry : read().path(TOKENS)) {
      if (!isOf(entry, connection)) {
        tokens.add(entry);
      }
    }
    return all;
  }

  private JsonNode read() throws IOException {
    Optional<byte[]> bytes = file.read();
    try {
      return bytes.isEmpty() ? JSON.createObjectNode() : JSON.readTree(bytes.get());
    } catch (IOException _) {
      // What the library says may show a token.
      throw new IOException(file.path() + " is not as this program writes it; remove it");
    }
  }

  private Secret secret(JsonNode entry) throws IOException {
    try {
      return new Secret(entry.path(TOKEN).asText());
    } catch (InvalidValueException _) {
      throw new IOException(file.path() + " is not as this program writes it; remove it");
    }
  }

  private static boolean isOf(JsonNode entry, Connection connection) {
    return entry.path(ID).asText().equals(connection.id());
  }
}
