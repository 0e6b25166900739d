package dev.headroom.wire.json;

import dev.headroom.model.LimitKey;
import dev.headroom.model.report.Decimals;
import dev.headroom.model.suggestion.Advice;
import dev.headroom.model.suggestion.Degree;
import dev.headroom.model.suggestion.Dismissal;
import dev.headroom.model.suggestion.Figure;
import dev.headroom.model.suggestion.Gain;
import dev.headroom.model.suggestion.Measure;
import dev.headroom.model.suggestion.Suggestion;
import dev.headroom.model.suggestion.SuggestionId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/// Shapes of what could be done better.
public final class Suggestions {
  private static final Shape<BigDecimal> DECIMAL =
      Scalar.decimal("a number").as(Decimals::normal, Function.identity());

  /// The name of a suggestion.
  public static final Shape<SuggestionId> ID =
      Scalar.text("a suggestion's id", "", SuggestionId::new, SuggestionId::value);

  /// Which limit of a scope.
  static final ObjectShape<LimitKey> LIMIT_KEY =
      ObjectShape.of(
          "LimitKey",
          fields -> {
            var type = fields.required("type", Names.TYPE, LimitKey::type);
            var period = fields.optional("period", Names.PERIOD, LimitKey::period);
            return in -> new LimitKey(in.get(type), in.get(period));
          });

  private static final Shape<Figure> FIGURE =
      ObjectShape.of(
          "SuggestionFigure",
          fields -> {
            var measure = fields.required("measure", Scalar.word(Measure.class), Figure::measure);
            var value = fields.required("value", DECIMAL, Figure::value);
            fields.told("unit", Scalar.word(Measure.Unit.class), figure -> figure.measure().unit());
            return in -> new Figure(in.get(measure), in.get(value));
          });

  private static final Shape<Gain> GAIN =
      ObjectShape.of(
          "SuggestionGain",
          fields -> {
            var measure = fields.required("measure", Scalar.word(Measure.class), Gain::measure);
            var before = fields.required("before", DECIMAL, Gain::before);
            var after = fields.required("after", DECIMAL, Gain::after);
            fields.told("saved", DECIMAL, Gain::saved);
            fields.told("percent", DECIMAL, Gain::percent);
            return in -> new Gain(in.get(measure), in.get(before), in.get(after));
          });

  private static final Shape<Suggestion> SUGGESTION =
      ObjectShape.of(
          "Suggestion",
          fields -> {
            fields.told("suggestionId", ID, Suggestion::id);
            var path = fields.required("path", Names.PATH, Suggestion::path);
            var type = fields.optional("type", Names.TYPE, Suggestion::type);
            var remedy = fields.required("remedy", Remedies.REMEDY, Suggestion::remedy);
            var evidence = fields.required("evidence", FIGURE.listed(), Suggestion::evidence);
            var gain = fields.required("gain", GAIN, Suggestion::gain);
            var hourly = fields.required("hourly", DECIMAL, Suggestion::hourly);
            var risk = fields.required("risk", Scalar.word(Degree.class), Suggestion::risk);
            var sure =
                fields.required("confidence", Scalar.word(Degree.class), Suggestion::confidence);
            fields.told("basis", Scalar.TEXT, suggestion -> suggestion.remedy().basis());
            var changes = fields.required("changes", Changes.CHANGE.listed(), Suggestion::changes);
            return in ->
                new Suggestion(
                    in.get(path),
                    in.get(type),
                    in.get(remedy),
                    in.get(evidence),
                    in.get(gain),
                    in.get(hourly),
                    in.get(risk),
                    in.get(sure),
                    in.get(changes));
          });

  /// That a suggestion is not wanted.
  public static final ObjectShape<Dismissal> DISMISSAL =
      ObjectShape.of(
          "Dismissal",
          fields -> {
            var id = fields.required("suggestionId", ID, Dismissal::id);
            var path = fields.required("path", Names.PATH, Dismissal::path);
            var basis = fields.required("basis", Scalar.TEXT, Dismissal::basis);
            var hourly = fields.required("hourly", DECIMAL, Dismissal::hourly);
            var author = fields.required("author", Names.AUTHOR, Dismissal::author);
            var reason = fields.required("reason", Names.REASON, Dismissal::reason);
            var at = fields.byDefault("at", Scalar.INSTANT, Instant.EPOCH, Dismissal::at);
            return in ->
                new Dismissal(
                    in.get(id),
                    in.get(path),
                    in.get(basis),
                    in.get(hourly),
                    in.get(author),
                    in.get(reason),
                    in.get(at));
          });

  /// All dismissals of an instance, as they are kept.
  public static final Shape<List<Dismissal>> DISMISSALS = DISMISSAL.listed();

  /// Which dismissal is taken back.
  public static final ObjectShape<Dismissal.Recall> RECALL =
      ObjectShape.of(
          "Recall",
          fields -> {
            var id = fields.required("suggestionId", ID, Dismissal.Recall::id);
            var path = fields.required("path", Names.PATH, Dismissal.Recall::path);
            return in -> new Dismissal.Recall(in.get(id), in.get(path));
          });

  /// Whether there was such a dismissal.
  public static final ObjectShape<Boolean> RECALLED =
      ObjectShape.of(
          "Recalled",
          fields -> {
            var was = fields.required("wasDismissed", Scalar.FLAG, Function.<Boolean>identity());
            return in -> in.get(was);
          });

  private static final Shape<Advice.Dismissed> DISMISSED =
      ObjectShape.of(
          "DismissedSuggestion",
          fields -> {
            var suggestion =
                fields.required("suggestion", SUGGESTION, Advice.Dismissed::suggestion);
            var why = fields.required("dismissal", DISMISSAL, Advice.Dismissed::why);
            return in -> new Advice.Dismissed(in.get(suggestion), in.get(why));
          });

  /// All that could be done better.
  public static final ObjectShape<Advice> ADVICE =
      ObjectShape.of(
          "Advice",
          fields -> {
            var path = fields.required("path", Names.PATH, Advice::path);
            var from = fields.required("from", Scalar.INSTANT, Advice::from);
            var to = fields.required("to", Scalar.INSTANT, Advice::to);
            var requests = fields.required("requests", Scalar.LONG, Advice::requests);
            fields.told("tooYoung", Scalar.FLAG, Advice::isTooYoung);
            var suggestions =
                fields.required("suggestions", SUGGESTION.listed(), Advice::suggestions);
            var dismissed = fields.required("dismissed", DISMISSED.listed(), Advice::dismissed);
            return in ->
                new Advice(
                    in.get(path),
                    in.get(from),
                    in.get(to),
                    in.get(requests),
                    in.get(suggestions),
                    in.get(dismissed));
          });

  private Suggestions() {}
}
