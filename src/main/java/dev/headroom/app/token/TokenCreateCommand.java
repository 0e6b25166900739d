package dev.headroom.app.token;

import dev.headroom.model.InvalidValueException;
import dev.headroom.model.ScopePath;
import dev.headroom.node.MachineClock;
import dev.headroom.server.token.Issued;
import dev.headroom.server.token.Role;
import dev.headroom.server.token.Token;
import dev.headroom.server.token.TokenOrder;
import dev.headroom.server.token.TokenStore;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `headroom token create`: the only place where a token can be seen.
@Command(
    name = "create",
    description =
        "Makes a token and prints it, once: only its hash is kept. Makes the folder where there is"
            + " none.",
    mixinStandardHelpOptions = true)
final class TokenCreateCommand implements Callable<Integer> {
  private static final int DAYS_MAX = 3660;

  @Spec private CommandSpec spec;
  @Mixin private TokenFolder folder;

  @Option(
      names = "--role",
      required = true,
      paramLabel = "ROLE",
      description = "viewer, client, operator or admin.")
  private Role role;

  @Option(
      names = "--scope",
      paramLabel = "PATH",
      defaultValue = "/",
      description =
          "Good at this scope and below only; for everything it sees the rest is not"
              + " there. ${DEFAULT-VALUE} if you don't say.")
  private String scope;

  @Option(
      names = "--expires",
      paramLabel = "PERIOD",
      description = "How long it is good, such as P90D or PT12H. Until revoked if you don't say.")
  private @Nullable String expires;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      defaultValue = "",
      description = "Whose it is, for the list.")
  private String name;

  @Option(names = "--json", description = "Print one JSON object, the token in it.")
  private boolean json;

  @Override
  public Integer call() {
    Instant now = MachineClock.source().instant().truncatedTo(ChronoUnit.MILLIS);
    Issued issued = issue(now);
    Token token = issued.token();
    if (json) {
      spec.commandLine()
          .getOut()
          .println(TokenJson.of(token).put("token", issued.secret()).toString());
    } else {
      spec.commandLine().getOut().println(issued.secret());
      spec.commandLine().getErr().println(story(token));
    }
    return CommandLine.ExitCode.OK;
  }

  private Issued issue(Instant now) {
    TokenStore store = folder.orNew();
    try {
      Optional<Instant> end = Optional.ofNullable(expires).map(text -> now.plus(period(text)));
      TokenOrder order = new TokenOrder(name, role, ScopePath.of(scope), end);
      return TokenFolder.attempt(() -> store.issue(order, now));
    } catch (InvalidValueException invalid) {
      throw wrong(invalid.getMessage());
    }
  }

  private Duration period(String text) {
    try {
      Duration period = Duration.parse(text);
      if (period.isPositive() && period.compareTo(Duration.ofDays(DAYS_MAX)) <= 0) {
        return period;
      }
      throw wrong("--expires is between now and " + DAYS_MAX + " days from now, not " + text);
    } catch (DateTimeParseException malformed) {
      throw wrong("'" + text + "' is no period; write P90D, PT12H or the like");
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private static String story(Token token) {
    return "headroom: token "
        + token.id()
        + ", "
        + token.role().name().toLowerCase(Locale.ROOT)
        + " at "
        + token.subtree()
        + ", "
        + token.expires().map(end -> "good until " + end).orElse("good until revoked")
        + "; keep it, it is not shown again";
  }
}
