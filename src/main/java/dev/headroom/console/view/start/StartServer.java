package dev.headroom.console.view.start;

import dev.headroom.console.view.control.Forms;
import dev.headroom.console.view.control.Icons;
import dev.headroom.console.view.control.PlaceColours;
import dev.headroom.console.viewmodel.Connection;
import dev.headroom.console.viewmodel.StartModel;
import dev.headroom.console.viewmodel.Wording;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The way to an instance behind a server: a new one, or one that was attached to before. For the
/// UI thread only.
final class StartServer extends StartWay {
  private final StartModel model;
  private final Label none = Forms.caption(Wording.text("start.server.none"));
  private final Label before = new Label(Wording.text("start.server.before"));
  private final VBox known = new VBox();
  private List<Connection> shown = List.of();

  StartServer(StartModel model) {
    super("start.server", "server");
    this.model = model;
    var fresh = new Button(Wording.text("start.server.new"));
    fresh.getStyleClass().add("primary");
    fresh.setOnAction(_ -> model.attach().begin());
    before.getStyleClass().addAll("caption-title", "start-before");
    known.getStyleClass().add("start-recent");
    VBox.setVgrow(known, Priority.ALWAYS);
    getChildren().addAll(fresh, none, before, known);
    update();
  }

  /// Shows the connections that are remembered now.
  void update() {
    List<Connection> connections = model.connections();
    Forms.show(before, !connections.isEmpty());
    Forms.show(none, connections.isEmpty());
    if (!connections.equals(shown)) {
      shown = connections;
      known.getChildren().setAll(connections.stream().map(this::row).toList());
    }
  }

  private Node row(Connection connection) {
    var open = new Button("", words(connection));
    open.getStyleClass().addAll("quiet", "start-row");
    open.setMaxWidth(Double.MAX_VALUE);
    open.setMinWidth(0);
    open.setAccessibleText(
        Wording.text(
            connection.mark().production() ? "start.server.again.production" : "start.server.again",
            connection.name()));
    open.setOnAction(_ -> model.attach().attach(connection));
    HBox.setHgrow(open, Priority.ALWAYS);
    Button edit = Icons.button("edit", Wording.text("start.server.edit", connection.name()));
    edit.getStyleClass().add("quiet");
    edit.setOnAction(_ -> model.attach().edit(connection));
    Button forget = Icons.button("close", Wording.text("start.server.forget", connection.name()));
    forget.getStyleClass().add("quiet");
    forget.setOnAction(_ -> model.forget(connection));
    var row = new HBox(open, edit, forget);
    row.getStyleClass().add("start-line");
    return row;
  }

  private static Node words(Connection connection) {
    var swatch = new Region();
    swatch.getStyleClass().add("swatch-sign");
    PlaceColours.show(swatch, Optional.of(connection.mark().colour()));
    var name = new Label(connection.name());
    name.getStyleClass().add("heading");
    name.setMinWidth(0);
    var production = new Label(Wording.text("mark.production"));
    production.getStyleClass().add("production-tag");
    production.setMinWidth(USE_PREF_SIZE);
    PlaceColours.show(production, Optional.of(connection.mark().colour()));
    Forms.show(production, connection.mark().production());
    var title = new HBox(name, production);
    title.getStyleClass().add("start-line");
    var where = new Label(connection.server().url());
    where.getStyleClass().add("caption");
    where.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    var words = new HBox(swatch, new VBox(title, where));
    words.getStyleClass().add("start-line");
    return words;
  }
}
