package dev.headroom.app.report;

import dev.headroom.app.input.TokenFile;
import dev.headroom.app.input.UnusableInputException;
import dev.headroom.client.Instance;
import dev.headroom.client.remote.Pace;
import dev.headroom.client.remote.RemoteInstance;
import dev.headroom.client.remote.ServerAddress;
import dev.headroom.model.InvalidValueException;
import dev.headroom.node.MachineClock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Which server is asked, and as whom.
public class ServerOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "Ask the server there, such as https://headroom.example.org:7420.")
  private @Nullable String url;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description =
          "Where the token for --url stands, as headroom token create prints it; only you may be"
              + " able to read it.")
  private @Nullable Path tokenFile;

  @Option(
      names = "--authority",
      paramLabel = "FILE",
      description = "Certificates as PEM, one of which must vouch for the server.")
  private @Nullable Path authority;

  @Option(
      names = "--plain-text",
      description = "Ask without TLS elsewhere than on this machine: the token can be read.")
  private boolean plainText;

  /// Whether a server is named.
  boolean isNamed() {
    if (url == null && (tokenFile != null || authority != null || plainText)) {
      throw wrong("--token-file, --authority and --plain-text go with --url");
    }
    return url != null;
  }

  /// The instance behind it.
  ///
  /// @throws UnusableInputException where the token or certificates cannot be used
  Instance open() {
    if (url == null) {
      throw wrong("say which server: --url URL --token-file FILE");
    }
    if (tokenFile == null) {
      throw wrong("--url needs --token-file FILE");
    }
    try {
      var address =
          new ServerAddress(
              url, TokenFile.read(tokenFile), Optional.ofNullable(authority), plainText);
      return RemoteInstance.open(address, Pace.DEFAULT, MachineClock.source());
    } catch (InvalidValueException invalid) {
      throw new UnusableInputException(invalid.getMessage());
    } catch (IOException unusable) {
      throw new UnusableInputException("cannot ask " + url + ": " + unusable.getMessage());
    }
  }

  /// The command that is said, with those above it.
  final String command() {
    return spec.qualifiedName();
  }

  /// That the command is said wrongly.
  final ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
