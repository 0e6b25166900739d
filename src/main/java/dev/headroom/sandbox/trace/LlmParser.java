package dev.headroom.sandbox.trace;

/// Reads `TIMESTAMP,ContextTokens,GeneratedTokens`, for example `2023-11-16
/// 18:15:46.6805900,374,44`. A heading in the first line is passed over.
final class LlmParser implements RowParser {
  /// Most tokens on either side of one request: far more than any model takes, and few enough for
  /// the row's lease.
  static final long TOKENS_MAX = 100_000_000;

  private static final String HEADING = "TIMESTAMP,ContextTokens,GeneratedTokens";
  private static final String INSTANT_FORM = "2023-11-16 18:15:46.6805900";

  private final TimestampParser timestamps = new TimestampParser();

  @Override
  public boolean isRow(Line line) {
    return !line.isBlank() && !(line.number() == 1 && line.isText(HEADING));
  }

  @Override
  public boolean isTelling(Line line) {
    return line.isText(HEADING) || parse(line) instanceof TraceRow;
  }

  @Override
  public TraceLine parse(Line line) {
    if (line.isCut()) {
      return new SkippedRow(line.number(), "longer than " + LineReader.LINE_BYTES_MAX + " bytes");
    }
    int first = line.find(',', line.from());
    int second = line.find(',', first + 1);
    if (second >= line.to() || line.find(',', second + 1) < line.to()) {
      return new SkippedRow(
          line.number(), "expected 3 fields, found " + countFields(line) + ": " + HEADING);
    }
    long at = timestamps.parse(line, line.from(), first);
    if (at == Line.NO_NUMBER) {
      return new SkippedRow(
          line.number(),
          "TIMESTAMP is no instant like " + INSTANT_FORM + ": " + line.quote(line.from(), first));
    }
    long context = line.wholeNumber(first + 1, second);
    if (!isTokens(context)) {
      return badTokens(line, "ContextTokens", first + 1, second);
    }
    long generated = line.wholeNumber(second + 1, line.to());
    if (!isTokens(generated)) {
      return badTokens(line, "GeneratedTokens", second + 1, line.to());
    }
    return new TraceRow.LlmCall(line.number(), at, context, generated);
  }

  private static boolean isTokens(long number) {
    return number >= 0 && number <= TOKENS_MAX;
  }

  private static SkippedRow badTokens(Line line, String field, int from, int to) {
    return new SkippedRow(
        line.number(),
        field
            + " is no whole number between 0 and "
            + TOKENS_MAX
            + ": "
            + line.quote(line.skipSpace(from), to));
  }

  private static int countFields(Line line) {
    int fields = 1;
    for (int at = line.find(',', line.from()); at < line.to(); at = line.find(',', at + 1)) {
      fields++;
    }
    return fields;
  }
}
