package dev.headroom.console.view.control;

import dev.headroom.console.viewmodel.Figures;
import dev.headroom.console.viewmodel.Listing;
import dev.headroom.console.viewmodel.Wording;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A list as a table, which says where there are more rows than it shows. For the UI thread only.
///
/// @param <T> a row
public final class ListingPane<T> extends VBox {
  private final KeyedTable<T> table;
  private final Label more = new Label();
  private final Supplier<String> none;

  /// @param none what to say where there are no rows
  /// @param shown is told whenever other rows are shown
  public ListingPane(
      KeyedTable<T> table, Listing<T> listing, Supplier<String> none, Consumer<Listing<T>> shown) {
    this.table = table;
    this.none = none;
    more.getStyleClass().addAll("caption", "list-more");
    more.setManaged(false);
    more.setVisible(false);
    listing.listen(now -> {
      show(now);
      shown.accept(now);
    });
    VBox.setVgrow(table.node(), Priority.ALWAYS);
    getChildren().setAll(table.node(), more);
    show(listing);
  }

  private void show(Listing<T> now) {
    table.show(now.rows(), now.placeholder(none.get()));
    boolean cut = now.total() > now.rows().size();
    more.setManaged(cut);
    more.setVisible(cut);
    more.setText(
        Wording.text("list.more", Figures.count(now.rows().size()), Figures.count(now.total())));
  }
}
