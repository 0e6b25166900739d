package dev.headroom.app.report;

import dev.headroom.client.Instance;
import dev.headroom.model.InvalidValueException;
import dev.headroom.model.LoanId;
import dev.headroom.model.PoolId;
import dev.headroom.model.ScopePath;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `headroom loan give`: lends quota.
@Command(
    name = "give",
    description =
        "Lends what is unused of a member's quota of a pool to another member, until an instant at"
            + " most 30 days ahead, and prints the loan's id. Then, or when it is recalled, the"
            + " guarantee returns; nothing is revoked.",
    mixinStandardHelpOptions = true)
final class LoanGiveCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "POOL", description = "Of which pool, which is shared by QUOTA.")
  private String pool;

  @Mixin private ServerOptions server;

  @Option(
      names = "--from",
      paramLabel = "PATH",
      required = true,
      description = "The member that lends, such as /user:ada.")
  private String from;

  @Option(
      names = "--to",
      paramLabel = "PATH",
      required = true,
      description = "The member that borrows.")
  private String to;

  @Option(
      names = "--amount",
      paramLabel = "N",
      required = true,
      description = "How much, in the type's unit (a core is 1000).")
  private long amount;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      description = "When it returns, such as 2026-03-04T14:00:00Z.")
  private @Nullable String until;

  @Option(
      names = "--for",
      paramLabel = "DURATION",
      description = "The same counted from now by the server's clock, such as PT2H.")
  private @Nullable String length;

  @Mixin private SignedOptions signed;

  @Override
  public Integer call() {
    if ((until == null) == (length == null)) {
      throw wrong("say --until TIME or --for DURATION");
    }
    LoanId loan;
    try (Instance instance = server.open()) {
      loan = ServerReply.of(instance.lending().lend(command(instance))).loan();
    }
    spec.commandLine().getOut().println(loan);
    return CommandLine.ExitCode.OK;
  }

  private dev.headroom.model.Command.LendQuota command(Instance instance) {
    try {
      return new dev.headroom.model.Command.LendQuota(
          signed.requestId(),
          new PoolId(pool),
          ScopePath.of(from),
          ScopePath.of(to),
          amount,
          end(instance).truncatedTo(ChronoUnit.MILLIS),
          signed.author(),
          signed.reason());
    } catch (InvalidValueException invalid) {
      throw wrong(invalid.getMessage());
    }
  }

  private Instant end(Instance instance) {
    try {
      return until == null
          ? instance.info().now().plus(Duration.parse(length == null ? "" : length))
          : Instant.parse(until);
    } catch (DateTimeException malformed) {
      throw wrong(
          "--until is an instant such as 2026-03-04T14:00:00Z, --for a duration such as PT2H");
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
