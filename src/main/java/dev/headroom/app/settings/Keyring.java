package dev.headroom.app.settings;

import dev.headroom.console.viewmodel.Connection;
import dev.headroom.model.InvalidValueException;
import dev.headroom.model.Secret;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The operating system's keyring, by the program with which the system is asked for it:
/// `secret-tool` on Linux, `security` on macOS. A secret goes through the program's input and
/// output, never into its arguments, which others can see. Any thread; it may take as long as
/// somebody needs to unlock it.
final class Keyring {
  private static final int PATIENCE_SECONDS = 60;
  private static final String SERVICE = "headroom";

  /// What can stand in a line of `security` without being taken for something else.
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._~:/@+=\\-]+");

  private final Path program;
  private final boolean apple;

  private Keyring(Path program, boolean apple) {
    this.program = program;
    this.apple = apple;
  }

  /// The one of this system, where there is one.
  ///
  /// @param environment the program's
  /// @param system what the system calls itself
  static Optional<Keyring> of(Map<String, String> environment, String system) {
    String name = system.toLowerCase(Locale.ROOT);
    boolean apple = name.contains("mac");
    if (!apple && !name.contains("linux")) {
      return Optional.empty();
    }
    String tool = apple ? "security" : "secret-tool";
    String path = environment.getOrDefault("PATH", "");
    return Stream.of(path.split(Pattern.quote(File.pathSeparator), -1))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder).resolve(tool))
        .filter(Files::isExecutable)
        .findFirst()
        .map(found -> new Keyring(found, apple));
  }

  /// The token of a connection, if one is kept.
  ///
  /// @throws IOException where the keyring does not answer, or is locked
  Optional<Secret> recall(Connection connection) throws IOException {
    Answer answer =
        apple
            ? run("", "find-generic-password", "-s", SERVICE, "-a", account(connection), "-w")
            : run("", arguments("lookup", connection));
    String text = answer.output.strip();
    if (answer.code != 0 || text.isEmpty()) {
      if (answer.code != 0 && !answer.trouble.isBlank() && !isUnknown(answer)) {
        throw new IOException(answer.trouble);
      }
      return Optional.empty();
    }
    try {
      return Optional.of(new Secret(text));
    } catch (InvalidValueException _) {
      throw new IOException("what " + program + " keeps is no token");
    }
  }

  /// Keeps a token, in place of any other of that connection.
  ///
  /// @throws IOException where the keyring does not take it
  void keep(Connection connection, Secret token) throws IOException {
    Answer answer;
    if (apple) {
      String account = account(connection);
      if (!PLAIN.matcher(account).matches() || !PLAIN.matcher(token.text()).matches()) {
        throw new IOException("the token or its address has characters that it cannot take");
      }
      String line =
          "add-generic-password -U -s " + SERVICE + " -a " + account + " -w " + token.text() + "\n";
      answer = run(line, "-i");
    } else {
      forget(connection);
      String label = "--label=Headroom: " + connection.name();
      answer = run(token.text(), arguments("store", connection, label));
    }
    if (answer.code != 0) {
      throw new IOException(
          answer.trouble.isBlank() ? program + " ended with " + answer.code : answer.trouble);
    }
  }

  /// Forgets the token of a connection, if one is kept.
  void forget(Connection connection) throws IOException {
    Answer answer =
        apple
            ? run("", "delete-generic-password", "-s", SERVICE, "-a", account(connection))
            : run("", "clear", "service", SERVICE, "connection", connection.id());
    if (answer.code != 0 && !answer.trouble.isBlank() && !isUnknown(answer)) {
      throw new IOException(answer.trouble);
    }
  }

  /// Whether it only says that there is no such entry.
  private boolean isUnknown(Answer answer) {
    return apple && answer.trouble.contains("could not be found");
  }

  private static String account(Connection connection) {
    return connection.id() + "@" + connection.server().url();
  }

  private static String[] arguments(String verb, Connection connection, String... options) {
    return Stream.of(
            Stream.of(verb),
            Stream.of(options),
            Stream.of("service", SERVICE, "connection", connection.id()),
            Stream.of("url", connection.server().url()))
        .flatMap(part -> part)
        .toArray(String[]::new);
  }

  private record Answer(int code, String output, String trouble) {}

  private Answer run(String input, String... arguments) throws IOException {
    List<String> command =
        Stream.concat(Stream.of(program.toString()), Stream.of(arguments)).toList();
    Path said = Files.createTempFile("headroom", ".txt");
    Process process = new ProcessBuilder(command).redirectError(said.toFile()).start();
    try (OutputStream stream = process.getOutputStream()) {
      stream.write(input.getBytes(StandardCharsets.UTF_8));
    }
    try {
      // What it says is short and waits in the pipe.
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IOException(program + " does not answer");
      }
      byte[] output = process.getInputStream().readAllBytes();
      String trouble = Files.readString(said).lines().findFirst().orElse("");
      return new Answer(process.exitValue(), new String(output, StandardCharsets.UTF_8), trouble);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException(program + " was not waited for", interrupted);
    } finally {
      process.destroy();
      Files.deleteIfExists(said);
    }
  }
}
