package dev.headroom.console.view.start;

import dev.headroom.console.view.control.Abreast;
import dev.headroom.console.view.control.Forms;
import dev.headroom.console.view.control.Icons;
import dev.headroom.console.viewmodel.Connection;
import dev.headroom.console.viewmodel.StartModel;
import dev.headroom.console.viewmodel.Wording;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The choice of what to look at, and what came of it. Escape leads back. For the UI thread only.
public final class StartPage extends ScrollPane {
  private static final double WIDTH_MAX = 1160;
  private static final double WAY_GAP = 16;

  /// Below this width the ways lie below each other.
  private static final double WAYS_WIDTH_MIN = 760;

  private static final double THIRD = 1.0 / 3;

  private final StartModel model;
  private final Runnable back;
  private final StartSandbox sandbox;
  private final StartFolder folder;
  private final StartServer server;
  private final StartRecording recording;
  private final Abreast ways;
  private final AttachPage attach;
  private final Label title = new Label();
  private final Label about = new Label();
  private final StartOutcome outcome;
  private final Button leave = new Button();
  private final Button tryOut = new Button(Wording.text("copy.begin"));

  /// @param back is told that what was shown before shall be shown again
  public StartPage(StartModel model, Runnable back) {
    this.model = model;
    this.back = back;
    sandbox = new StartSandbox(model);
    folder = new StartFolder(model);
    server = new StartServer(model);
    recording = new StartRecording(model);
    attach = new AttachPage(model);
    outcome = new StartOutcome(model);
    getStyleClass().add("start-page");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    var files = new VBox(WAY_GAP, folder, recording);
    VBox.setVgrow(folder, Priority.ALWAYS);
    ways =
        new Abreast(WAY_GAP, WAYS_WIDTH_MIN, List.of(sandbox, files, server), THIRD, THIRD, THIRD);
    var column = new VBox(header(), outcome, ways, attach);
    column.getStyleClass().add("start-column");
    column.setMaxWidth(WIDTH_MAX);
    var ground = new HBox(column);
    ground.getStyleClass().add("start-ground");
    HBox.setHgrow(column, Priority.ALWAYS);
    setContent(ground);
    setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ESCAPE) {
        escape();
        event.consume();
      }
    });
    model.listen(this::show);
    show(model.state());
  }

  /// Begins anew, with the keyboard on the scenarios.
  ///
  /// @param shown what is shown behind the page, for the way back
  public void open(String shown) {
    leave.setText(Wording.text("start.back", shown));
    Forms.show(tryOut, model.canTryOut());
    model.attach().leave();
    sandbox.requestFocus();
  }

  private Node header() {
    var brand = new Label(Wording.text("brand"), Icons.icon("brand"));
    brand.getStyleClass().add("brand");
    leave.getStyleClass().add("quiet");
    leave.setOnAction(_ -> back.run());
    var spacer = new Region();
    HBox.setHgrow(spacer, Priority.ALWAYS);
    tryOut.setOnAction(_ -> model.tryOut());
    var line = new HBox(brand, spacer, tryOut, leave);
    line.getStyleClass().add("start-line");
    title.getStyleClass().add("start-title");
    about.getStyleClass().add("muted");
    var header = new VBox(line, title, about);
    header.getStyleClass().add("start-header");
    return header;
  }

  private void show(StartModel.State state) {
    boolean busy = state instanceof StartModel.State.Opening;
    for (Node way : List.of(sandbox, folder, server, recording)) {
      way.setDisable(busy);
    }
    folder.update();
    recording.update();
    server.update();
    tryOut.setDisable(busy);
    outcome.show(state);
    boolean attaching = model.attach().isShown();
    Forms.show(ways, !attaching);
    Forms.show(attach, attaching);
    if (attaching) {
      Forms.show(outcome, false); // Each step tells for itself.
      attach.update();
    }
    title.setText(attaching ? attachTitle() : Wording.text("start.title"));
    about.setText(Wording.text(attaching ? "attach.about" : "start.about"));
  }

  private String attachTitle() {
    return model
        .attach()
        .form()
        .before()
        .map(Connection::name)
        .orElse(Wording.text("attach.title"));
  }

  /// What was refused is put away first, and then the form of a server.
  private void escape() {
    boolean attaching = model.attach().isShown();
    switch (model.state()) {
      case StartModel.State.Opening _ -> model.cancel();
      case StartModel.State.Choosing _ when attaching -> model.attach().leave();
      case StartModel.State.Unusable _ when attaching -> model.attach().leave();
      case StartModel.State.Choosing _ -> back.run();
      case StartModel.State.Unusable _ -> model.dismiss();
    }
  }
}
