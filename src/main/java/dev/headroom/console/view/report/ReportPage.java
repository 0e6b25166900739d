package dev.headroom.console.view.report;

import dev.headroom.console.view.control.Abreast;
import dev.headroom.console.view.control.Palette;
import dev.headroom.console.view.control.Segments;
import dev.headroom.console.view.control.TwoEnds;
import dev.headroom.console.view.forecast.ForecastPlot;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.console.viewmodel.forecast.ForecastReading;
import dev.headroom.console.viewmodel.report.ReportModel;
import dev.headroom.console.viewmodel.report.ReportReading;
import dev.headroom.console.viewmodel.report.ReportSpan;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What was used of a scope within a span, what it cost and what was wasted. Escape leads back. For
/// the UI thread only.
public final class ReportPage extends ScrollPane {
  private static final double WIDTH_MAX = 1320;
  private static final double FACTS_GAP = 12;

  /// Below this width the figures have two lines.
  private static final double FACTS_WIDTH_MIN = 760;

  private final ReportModel model;
  private final Palette palette = new Palette();
  private final Label title = new Label();
  private final Label span = new Label();
  private final Label said = new Label();
  private final Segments spans;
  private final ReportExports exports;
  private final VBox content = new VBox();
  private Optional<ReportReading> shown = Optional.empty();

  /// @param back is told that what was shown before shall be shown again
  public ReportPage(ReportModel model, Runnable back) {
    this.model = model;
    spans =
        new Segments(
            Wording.text("report.span.choice"),
            Arrays.stream(ReportSpan.values()).map(ReportSpan::title).toList(),
            index -> model.choose(ReportSpan.values()[index]));
    exports = new ReportExports(content, () -> shown, said::setText);
    getStyleClass().add("whole-page");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    content.getStyleClass().add("report-content");
    var column = new VBox(header(back), said, content);
    column.getStyleClass().add("page-column");
    column.setMaxWidth(WIDTH_MAX);
    column.setMinWidth(0);
    content.setMinWidth(0);
    HBox.setHgrow(column, Priority.ALWAYS);
    var ground = new HBox(column);
    ground.getStyleClass().add("page-ground");
    setContent(new StackPane(ground, palette));
    setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ESCAPE) {
        back.run();
        event.consume();
      }
    });
    spans.choose(model.span().ordinal());
    model.listen(this::show);
  }

  /// Reports anew: time is another.
  public void askAnew() {
    model.ask();
  }

  private Node header(Runnable back) {
    title.getStyleClass().add("report-title");
    span.getStyleClass().add("muted");
    said.getStyleClass().add("muted");
    var leave = new Button(Wording.text("report.back"));
    leave.getStyleClass().add("quiet");
    leave.setOnAction(_ -> back.run());
    return new TwoEnds(List.of(new VBox(title, span)), List.of(spans, exports, leave));
  }

  private void show(ReportModel.State state) {
    content.setOpacity(state instanceof ReportModel.State.Asking ? 0.5 : 1);
    switch (state) {
      case ReportModel.State.Asking _ -> said.setText(Wording.text("report.asking"));
      case ReportModel.State.Failed(var why) -> said.setText(Wording.text("report.failed", why));
      case ReportModel.State.Shown(var reading) -> show(reading);
    }
  }

  private void show(ReportReading reading) {
    shown = Optional.of(reading);
    title.setText(Wording.text("report.title", reading.title()));
    span.setText(reading.span());
    said.setText(String.join("  ", reading.notes()));
    var bars = new ReportBars(palette);
    bars.show(reading.barsTitle(), reading.bars());
    var shares =
        new HBox(
            shares("report.categories", reading.categories()),
            shares("report.children", reading.children()));
    shares.getStyleClass().add("report-shares");
    content.getChildren().setAll(facts(reading.facts()), card(reading.barsTitle(), bars), shares);
    if (!reading.forecasts().isEmpty()) {
      content.getChildren().add(forecasts(reading.forecasts()));
    }
    reading.tables().forEach(table -> content.getChildren().add(new FigureTable(table)));
  }

  /// In one line, or in two where there is less room.
  private static Node facts(List<ReportReading.Figure> facts) {
    int half = Math.ceilDiv(facts.size(), 2);
    return new Abreast(
        FACTS_GAP,
        FACTS_WIDTH_MIN,
        List.of(line(facts.subList(0, half)), line(facts.subList(half, facts.size()))),
        0.5,
        0.5);
  }

  private static Region line(List<ReportReading.Figure> facts) {
    var line = new HBox();
    line.getStyleClass().add("report-facts");
    for (ReportReading.Figure fact : facts) {
      var name = new Label(fact.name());
      name.getStyleClass().add("caption-title");
      var value = new Label(fact.value());
      value.getStyleClass().add("report-figure");
      var tile = new VBox(name, value);
      tile.getStyleClass().addAll("card", "report-card");
      Tooltip.install(tile, new Tooltip(fact.help()));
      value.setAccessibleHelp(fact.help());
      HBox.setHgrow(tile, Priority.ALWAYS);
      line.getChildren().add(tile);
    }
    return line;
  }

  private Node shares(String key, List<ReportReading.Share> shares) {
    var rows = new ShareRows(palette);
    rows.show(shares, Wording.text(key + ".none"));
    Node card = card(Wording.text(key), rows);
    HBox.setHgrow(card, Priority.ALWAYS);
    return card;
  }

  /// Two beside each other.
  private Node forecasts(List<ForecastReading> forecasts) {
    var cards = new VBox();
    cards.getStyleClass().add("report-forecasts");
    for (int at = 0; at < forecasts.size(); at += 2) {
      var row = new HBox();
      row.getStyleClass().add("report-shares");
      forecasts.stream().skip(at).limit(2).map(this::forecast).forEach(row.getChildren()::add);
      cards.getChildren().add(row);
    }
    return cards;
  }

  private Node forecast(ForecastReading forecast) {
    var plot = new ForecastPlot(palette, span::getFont);
    plot.show(forecast);
    var sentence = new Label(forecast.sentence());
    sentence.setWrapText(true);
    var basis = new Label(forecast.basis());
    basis.getStyleClass().addAll("caption", "muted");
    basis.setWrapText(true);
    Region card =
        card(Wording.text("report.forecast", forecast.title()), new VBox(sentence, plot, basis));
    HBox.setHgrow(card, Priority.ALWAYS);
    return card;
  }

  private static Region card(String heading, Node node) {
    var label = new Label(heading);
    label.getStyleClass().add("caption-title");
    var card = new VBox(label, node);
    card.getStyleClass().addAll("card", "report-card");
    card.setPrefWidth(400);
    return card;
  }

  /// Reports on a scope.
  ///
  /// @param address its path
  public void open(String address) {
    model.open(address);
    requestFocus();
  }
}
