package dev.headroom.app.token;

import dev.headroom.node.MachineClock;
import dev.headroom.server.token.Token;
import dev.headroom.server.token.TokenStore;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `headroom token list`: which tokens there are.
@Command(
    name = "list",
    description = "Prints the tokens of an instance, except for what their bearers say.",
    mixinStandardHelpOptions = true)
final class TokenListCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private TokenFolder folder;

  @Option(names = "--json", description = "Print one JSON object a line.")
  private boolean json;

  @Override
  public Integer call() {
    TokenStore store = folder.existing();
    List<Token> tokens = TokenFolder.attempt(store::tokens);
    Instant now = MachineClock.source().instant();
    PrintWriter out = spec.commandLine().getOut();
    if (tokens.isEmpty()) {
      String none = "headroom: there are no tokens here; headroom token create makes one";
      spec.commandLine().getErr().println(none);
    }
    tokens.forEach(token -> out.println(json ? TokenJson.of(token).toString() : row(token, now)));
    return CommandLine.ExitCode.OK;
  }

  private static String row(Token token, Instant now) {
    String end = token.expires().map(Instant::toString).orElse("until revoked");
    return String.format(
            Locale.ROOT,
            "%s  %-8s  %-24s  %s%s  %s",
            token.id(),
            token.role().name().toLowerCase(Locale.ROOT),
            token.subtree(),
            end,
            token.isGoodAt(now) ? "" : " (expired)",
            token.name())
        .stripTrailing();
  }
}
