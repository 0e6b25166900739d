package dev.headroom.app.report;

import dev.headroom.client.Instance;
import dev.headroom.model.InvalidValueException;
import dev.headroom.model.LoanId;
import dev.headroom.model.PoolId;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `headroom loan recall` and `headroom loan return`: ends a loan of quota before its time.
@Command(
    name = "recall",
    aliases = "return",
    description =
        "Ends a loan before its time, and says how much of it was used at most: whoever lent calls"
            + " it back, whoever borrowed hands it back.",
    mixinStandardHelpOptions = true)
final class LoanRecallCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "POOL", description = "Of which pool.")
  private String pool;

  @Parameters(index = "1", paramLabel = "LOAN", description = "Its id, such as q7.")
  private String loan;

  @Mixin private ServerOptions server;
  @Mixin private SignedOptions signed;

  @Override
  public Integer call() {
    long peak;
    try (Instance instance = server.open()) {
      peak = ServerReply.of(instance.lending().recall(command())).peak();
    }
    spec.commandLine()
        .getOut()
        .println(String.format(Locale.ROOT, "ended; used at most %,d", peak));
    return CommandLine.ExitCode.OK;
  }

  private dev.headroom.model.Command.RecallQuota command() {
    try {
      return new dev.headroom.model.Command.RecallQuota(
          signed.requestId(), new PoolId(pool), LoanId.of(loan), signed.author(), signed.reason());
    } catch (InvalidValueException invalid) {
      throw new ParameterException(spec.commandLine(), invalid.getMessage());
    }
  }
}
