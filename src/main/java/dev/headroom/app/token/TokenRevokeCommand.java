package dev.headroom.app.token;

import dev.headroom.app.input.UnusableInputException;
import dev.headroom.server.token.Token;
import dev.headroom.server.token.TokenStore;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `headroom token revoke`: takes all worth from a token.
@Command(
    name = "revoke",
    description = "Makes a token worth nothing, at once, also at a server that runs.",
    mixinStandardHelpOptions = true)
final class TokenRevokeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private TokenFolder folder;

  @Parameters(paramLabel = "ID", description = "Which one, as token list names it.")
  private String id;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Override
  public Integer call() {
    TokenStore store = folder.existing();
    Optional<Token> revoked = TokenFolder.attempt(() -> store.revoke(id));
    Token token = revoked.orElseThrow(() -> new UnusableInputException("there is no token " + id));
    spec.commandLine()
        .getOut()
        .println(
            json
                ? TokenJson.of(token).toString()
                : "revoked "
                    + token.id()
                    + ", "
                    + token.role().name().toLowerCase(Locale.ROOT)
                    + " at "
                    + token.subtree());
    return CommandLine.ExitCode.OK;
  }
}
