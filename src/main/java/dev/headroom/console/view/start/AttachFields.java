package dev.headroom.console.view.start;

import dev.headroom.console.view.control.FormField;
import dev.headroom.console.view.control.Forms;
import dev.headroom.console.view.control.PlaceColours;
import dev.headroom.console.viewmodel.AttachForm;
import dev.headroom.console.viewmodel.AttachModel;
import dev.headroom.console.viewmodel.PlaceMark;
import dev.headroom.console.viewmodel.StartModel;
import dev.headroom.console.viewmodel.Wording;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What is typed about a server, and what can be done with it. For the UI thread only.
final class AttachFields extends VBox {
  private final StartModel start;
  private final AttachModel model;
  private final AttachForm form;
  private final FormField url;
  private final FormField token;
  private final FormField name;
  private final FormField authority;
  private final CheckBox plainText;
  private final VBox typed = new VBox();
  private final Button go = new Button(Wording.text("attach.go"));
  private final Button test = new Button(Wording.text("attach.test"));
  private final Button save = new Button(Wording.text("attach.save"));
  private final Button back = new Button(Wording.text("attach.back"));
  private final Label whyNot = Forms.caption("");
  private boolean busy;

  AttachFields(StartModel start) {
    this.start = start;
    this.model = start.attach();
    this.form = model.form();
    getStyleClass().addAll("card", "start-way");
    setPrefWidth(560);
    setMinWidth(0);
    url = line("url", form.url(), form::setUrl, () -> whenTyped(form.url(), model.urlProblem()));
    token =
        FormField.secret(
            Wording.text("attach.token"),
            changed(form::setToken),
            () -> form.isTokenWrong() ? form.tokenProblem() : "");
    token
        .input()
        .setPromptText(
            Wording.text(form.hasKeptToken() ? "attach.token.kept" : "attach.token.prompt"));
    name = line("name", form.name(), form::setName, model::nameProblem);
    authority = line("authority", form.authority(), form::setAuthority, model::authorityProblem);
    plainText = check("attach.plainText", form.isPlainText(), form::setPlainText);
    typed.getStyleClass().add("attach-fields");
    typed
        .getChildren()
        .setAll(
            url,
            plainText,
            token,
            check("attach.keep", form.keepsToken(), form::setKeepsToken),
            name,
            look(),
            authority);
    getChildren().setAll(typed, buttons(), whyNot);
    for (FormField field : List.of(url, token, name, authority)) {
      field
          .input()
          .setOnKeyPressed(event -> {
            if (event.getCode() == javafx.scene.input.KeyCode.ENTER) {
              model.attach();
              event.consume();
            }
          });
    }
    update();
  }

  /// Puts the cursor to what must be typed first.
  void focusFirst() {
    FormField first = form.url().isEmpty() ? url : token;
    first.input().requestFocus();
  }

  /// Shows what can be done now.
  void update() {
    boolean wasBusy = busy;
    busy = start.state() instanceof StartModel.State.Opening;
    typed.setDisable(busy);
    for (FormField field : List.of(url, token, name, authority)) {
      field.update();
    }
    Forms.show(plainText, model.asksForPlainText() || form.isPlainText());
    go.setText(Wording.text(busy ? "start.cancel" : "attach.go"));
    String problem = model.whyNot();
    Forms.enable(go, whyNot, busy ? "" : problem);
    test.setDisable(busy || !problem.isEmpty());
    test.setAccessibleHelp(problem);
    String unsaved = model.whyNotSave();
    save.setDisable(busy || !unsaved.isEmpty());
    save.setTooltip(unsaved.isEmpty() ? null : new Tooltip(unsaved));
    save.setAccessibleHelp(unsaved);
    back.setDisable(busy);
    if (wasBusy && !busy) {
      model.culprit().map(this::field).ifPresent(field -> field.input().requestFocus());
    }
  }

  private FormField field(AttachModel.Culprit culprit) {
    return switch (culprit) {
      case ADDRESS -> url;
      case TOKEN -> token;
      case AUTHORITY -> authority;
    };
  }

  private Node look() {
    var group = new ToggleGroup();
    var swatches = new HBox();
    swatches.getStyleClass().add("swatches");
    for (PlaceMark.Colour colour : PlaceMark.Colour.values()) {
      String called = Wording.text("colour." + colour.name());
      var swatch = new ToggleButton();
      swatch.getStyleClass().add("swatch");
      PlaceColours.show(swatch, Optional.of(colour));
      swatch.setAccessibleText(Wording.text("attach.colour") + ": " + called);
      swatch.setTooltip(new Tooltip(called));
      swatch.setToggleGroup(group);
      swatch.setSelected(colour == form.colour());
      swatch.setOnAction(_ -> {
        swatch.setSelected(true);
        form.setColour(colour);
      });
      swatches.getChildren().add(swatch);
    }
    var label = Forms.caption(Wording.text("attach.colour"));
    var chosen = new VBox(label, swatches);
    chosen.getStyleClass().add("form-field");
    var mark = new VBox(check("attach.production", form.isProduction(), form::setProduction));
    mark.getChildren().add(Forms.caption(Wording.text("attach.production.about")));
    mark.getStyleClass().add("form-field");
    HBox.setHgrow(mark, Priority.ALWAYS);
    var line = new HBox(chosen, mark);
    line.getStyleClass().add("attach-look");
    return line;
  }

  private Node buttons() {
    go.getStyleClass().add("primary");
    go.setOnAction(_ -> {
      if (start.state() instanceof StartModel.State.Opening) {
        start.cancel();
      } else {
        model.attach();
      }
    });
    test.setOnAction(_ -> model.tryOut());
    save.setOnAction(_ -> model.save());
    back.getStyleClass().add("quiet");
    back.setOnAction(_ -> model.leave());
    var spacer = new Region();
    HBox.setHgrow(spacer, Priority.ALWAYS);
    var line = new HBox(go, test, save, spacer, back);
    line.getStyleClass().add("start-line");
    return line;
  }

  private FormField line(
      String key, String text, Consumer<String> set, java.util.function.Supplier<String> check) {
    FormField field = FormField.line(Wording.text("attach." + key), text, changed(set), check);
    field.input().setPromptText(Wording.text("attach." + key + ".prompt"));
    return field;
  }

  private CheckBox check(String key, boolean selected, Consumer<Boolean> set) {
    var box = new CheckBox(Wording.text(key));
    box.setWrapText(true);
    box.setSelected(selected);
    box.setOnAction(_ -> {
      set.accept(box.isSelected());
      update();
    });
    return box;
  }

  private Consumer<String> changed(Consumer<String> set) {
    return text -> {
      set.accept(text);
      update();
    };
  }

  private static String whenTyped(String text, String problem) {
    return text.isEmpty() ? "" : problem;
  }
}
