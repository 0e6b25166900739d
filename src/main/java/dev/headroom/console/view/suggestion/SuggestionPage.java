package dev.headroom.console.view.suggestion;

import dev.headroom.console.view.control.Forms;
import dev.headroom.console.view.control.Icons;
import dev.headroom.console.view.control.PageHead;
import dev.headroom.console.view.control.Palette;
import dev.headroom.console.view.control.Placeholder;
import dev.headroom.console.view.control.Segments;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.console.viewmodel.suggestion.SuggestionModel;
import dev.headroom.console.viewmodel.suggestion.SuggestionReading;
import dev.headroom.console.viewmodel.suggestion.SuggestionSpan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What could be done better, one card each; what was dismissed is below. Escape leads back. For
/// the UI thread only.
public final class SuggestionPage extends VBox {
  private final SuggestionModel model;
  private final Palette palette;
  private final Consumer<String> goTo;
  private final Runnable staged;
  private final Label said = Forms.caption("");
  private final Label remark = Forms.caption("");
  private final ProgressIndicator busy = new ProgressIndicator();
  private final Button stop = new Button(Wording.text("suggestion.cancel"));
  private final Button unlock = new Button(Wording.text("lock.unlock"));
  private final Label locked = Forms.caption("");
  private final HBox lock = new HBox(unlock, locked);
  private final VBox cards = new VBox();
  private final Hyperlink more = new Hyperlink();
  private final List<SuggestionCard> shownCards = new ArrayList<>();
  private SuggestionModel.State shown = new SuggestionModel.State.Cancelled();
  private boolean withDismissed;

  /// @param close is told that the page is done with
  /// @param goTo is told the address of a scope to be shown
  /// @param staged is told when something was staged
  public SuggestionPage(
      SuggestionModel model,
      Palette palette,
      Runnable close,
      Consumer<String> goTo,
      Runnable staged) {
    this.model = model;
    this.palette = palette;
    this.goTo = goTo;
    this.staged = staged;
    getStyleClass().addAll("scope-pane", "suggestion-page");
    cards.getStyleClass().add("suggestion-cards");
    busy.setPrefSize(18, 18);
    busy.setMinSize(18, 18);
    busy.setAccessibleText(Wording.text("suggestion.asking"));
    stop.setOnAction(_ -> model.cancel());
    stop.setMinWidth(USE_PREF_SIZE);
    unlock.setMinWidth(USE_PREF_SIZE);
    unlock.setOnAction(_ -> model.unlock());
    lock.getStyleClass().add("form-buttons");
    more.setOnAction(_ -> {
      withDismissed = !withDismissed;
      rebuild();
    });
    var scroll = new ScrollPane(cards);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    var line = new HBox(busy, said, stop);
    line.getStyleClass().add("form-buttons");
    getChildren()
        .setAll(
            new PageHead(Wording.text("suggestion.title"), Wording.text("suggestion.close"), close),
            tools(),
            line,
            lock,
            remark,
            scroll);
    setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ESCAPE) {
        model.cancel();
        close.run();
        event.consume();
      }
    });
    model.listen(this::update);
    model.look();
  }

  private HBox tools() {
    var spans =
        new Segments(
            Wording.text("suggestion.span"),
            Arrays.stream(SuggestionSpan.values()).map(SuggestionSpan::title).toList(),
            index -> model.choose(SuggestionSpan.values()[index]));
    spans.choose(model.span().ordinal());
    var scopes =
        new Segments(
            Wording.text("suggestion.scope"),
            model.scopes(),
            index -> model.setAboutEverything(index == 0));
    scopes.choose(model.isAboutEverything() ? 0 : 1);
    Button again = Icons.button("again", Wording.text("suggestion.again"));
    again.getStyleClass().add("quiet");
    again.setOnAction(_ -> model.look());
    var spacer = new Region();
    HBox.setHgrow(spacer, Priority.ALWAYS);
    var line = new HBox(scopes, spacer, spans, again);
    line.getStyleClass().add("form-buttons");
    return line;
  }

  /// Shows how things stand now.
  public void update() {
    boolean asking = model.state() instanceof SuggestionModel.State.Asking;
    Forms.show(busy, asking);
    Forms.show(stop, asking);
    remark.setText(model.remark());
    Forms.show(remark, !model.remark().isEmpty());
    String why = model.whyNotStage();
    locked.setText(why);
    boolean stageable =
        model.state() instanceof SuggestionModel.State.Shown(var _, var readings)
            && readings.stream().anyMatch(SuggestionReading::isConfiguration);
    Forms.show(lock, stageable && !why.isEmpty());
    if (model.state().equals(shown)) {
      shownCards.forEach(SuggestionCard::update);
    } else {
      shown = model.state();
      rebuild();
    }
  }

  private void rebuild() {
    cards.getChildren().clear();
    shownCards.clear();
    switch (shown) {
      case SuggestionModel.State.Asking(int percent) ->
          said.setText(
              percent == 0
                  ? Wording.text("suggestion.asking")
                  : Wording.text("suggestion.asking.part", percent));
      case SuggestionModel.State.Cancelled _ -> say("", Wording.text("suggestion.cancelled"));
      case SuggestionModel.State.Young(var text) -> say("", text);
      case SuggestionModel.State.Failed(var why) -> say("", Wording.text("suggestion.failed", why));
      case SuggestionModel.State.Shown all -> rebuild(all);
    }
  }

  private void rebuild(SuggestionModel.State.Shown all) {
    said.setText(all.span());
    all.wanted().forEach(this::add);
    if (all.wanted().isEmpty()) {
      cards.getChildren().add(new Placeholder(Wording.text("suggestion.none")));
    } else {
      cards.getChildren().add(Forms.caption(Wording.text("suggestion.caveat")));
    }
    int away = all.dismissed().size();
    if (away > 0) {
      more.setText(
          Wording.text(withDismissed ? "suggestion.dismissed.hide" : "suggestion.dismissed", away));
      cards.getChildren().add(more);
    }
    if (withDismissed) {
      all.dismissed().forEach(this::add);
    }
  }

  private void say(String line, String text) {
    said.setText(line);
    cards.getChildren().setAll(new Placeholder(text));
  }

  private void add(SuggestionReading reading) {
    var card = new SuggestionCard(model, reading, palette, goTo, staged);
    shownCards.add(card);
    cards.getChildren().add(card);
  }
}
