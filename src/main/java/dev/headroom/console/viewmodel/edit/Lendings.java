package dev.headroom.console.viewmodel.edit;

import dev.headroom.console.viewmodel.Wording;
import dev.headroom.model.InvalidValueException;
import dev.headroom.model.Pool;
import dev.headroom.model.QuotaLoan;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Reads what members of a pool lend each other as people type it, one a line: lender, borrower,
/// amount, until. Pure.
final class Lendings {
  private static final int WORDS = 4;

  private Lendings() {}

  static String text(ResourceType type, List<Pool.Member> members) {
    return members.stream()
        .flatMap(member -> member.loans().stream().map(loan -> line(type, member, loan)))
        .collect(Collectors.joining("\n"));
  }

  private static String line(ResourceType type, Pool.Member member, QuotaLoan loan) {
    String amount = Amounts.text(type, loan.amount()).replace(" ", "");
    return String.join(
        " ", member.path().text(), loan.to().text(), amount, loan.until().toString());
  }

  /// The same members with what they are to lend.
  static Typed<List<Pool.Member>> read(ResourceType type, String text, List<Pool.Member> members) {
    Map<ScopePath, List<QuotaLoan>> loans = new LinkedHashMap<>();
    members.forEach(member -> loans.put(member.path(), new ArrayList<>()));
    for (String line : text.lines().map(String::strip).filter(each -> !each.isEmpty()).toList()) {
      String[] words = line.split("\\s+", -1);
      try {
        Typed<Long> amount = Amounts.read(type, words.length == WORDS ? words[2] : "");
        List<QuotaLoan> own = loans.get(ScopePath.of(words[0]));
        if (own == null || amount.meaning().isEmpty()) {
          return new Typed.Wrong<>(Wording.text("typed.loan", line));
        }
        Instant until = OffsetDateTime.parse(words[3]).toInstant();
        own.add(new QuotaLoan(ScopePath.of(words[1]), amount.meaning().get(), until));
      } catch (InvalidValueException | DateTimeException invalid) {
        return new Typed.Wrong<>(Wording.text("typed.loan", line));
      }
    }
    return new Typed.Right<>(
        members.stream()
            .map(member -> member.lending(loans.getOrDefault(member.path(), List.of())))
            .toList());
  }
}
