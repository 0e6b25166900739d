package dev.headroom.app.report;

import dev.headroom.client.Instance;
import dev.headroom.client.json.Answers;
import dev.headroom.model.LentQuota;
import dev.headroom.model.LoanStatus;
import dev.headroom.wire.json.Json;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `headroom loan list`: what is lent now.
@Command(
    name = "list",
    description = "Lists the quota that is lent or borrowed at and below a scope now.",
    mixinStandardHelpOptions = true)
final class LoanListCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private ServerOptions server;

  @Mixin private ScopeOption scope;

  @Option(names = "--json", description = "Print one JSON object, as /v1/loans gives.")
  private boolean json;

  @Override
  public Integer call() {
    List<LoanStatus> loans;
    try (Instance instance = server.open()) {
      loans = ServerReply.of(instance.lending().below(scope.path()));
    }
    spec.commandLine()
        .getOut()
        .print(json ? Json.text(Answers.LOANS, loans) + System.lineSeparator() : text(loans));
    spec.commandLine().getOut().flush();
    return CommandLine.ExitCode.OK;
  }

  private static String text(List<LoanStatus> loans) {
    if (loans.isEmpty()) {
      return "nothing is lent" + System.lineSeparator();
    }
    Table table =
        new Table("loan", "pool", "lent by", "to", "amount", "used", "at most", "until", "why");
    for (LoanStatus status : loans) {
      LentQuota loan = status.loan();
      table.row(
          loan.id().toString(),
          loan.pool().value(),
          loan.lender().text(),
          loan.borrower().text(),
          number(loan.amount()),
          number(status.used()),
          number(status.peak()),
          loan.until().toString(),
          loan.reason());
    }
    return table.text();
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
