package dev.headroom.app.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.headroom.console.viewmodel.SavedView;
import dev.headroom.console.viewmodel.TreeColumn;
import dev.headroom.console.viewmodel.TreeLook;
import dev.headroom.console.viewmodel.TreeOrder;
import dev.headroom.model.ResourceType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Looks and saved views of the scope tree as JSON.
final class ViewsJson {
  private ViewsJson() {}

  /// As usual where nothing is said.
  static TreeLook look(JsonNode json) {
    return new TreeLook(
        read(json.path("columns"), TreeColumn.class, TreeLook.USUAL.columns()),
        read(json.path("types"), ResourceType.class, TreeLook.USUAL.types()));
  }

  static List<SavedView> views(JsonNode json) {
    List<SavedView> views = new ArrayList<>();
    json.forEach(view ->
        views.add(
            new SavedView(
                view.path("name").asText(),
                view.path("query").asText(),
                TreeOrder.valueOf(view.path("order").asText(TreeOrder.NAME.name())),
                look(view))));
    return views;
  }

  static ObjectNode write(TreeLook look) {
    return write(JsonNodeFactory.instance.objectNode(), look);
  }

  static ArrayNode write(List<SavedView> views) {
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    for (SavedView view : views) {
      ObjectNode one = json.addObject();
      one.put("name", view.name());
      one.put("query", view.query());
      one.put("order", view.order().name());
      write(one, view.look());
    }
    return json;
  }

  private static ObjectNode write(ObjectNode json, TreeLook look) {
    ArrayNode columns = json.putArray("columns");
    look.columns().stream().sorted().forEach(column -> columns.add(column.name()));
    ArrayNode types = json.putArray("types");
    look.types().stream().sorted().forEach(type -> types.add(type.name()));
    return json;
  }

  private static <E extends Enum<E>> Set<E> read(JsonNode names, Class<E> type, Set<E> usual) {
    if (!names.isArray()) {
      return usual;
    }
    EnumSet<E> read = EnumSet.noneOf(type);
    names.forEach(name -> read.add(Enum.valueOf(type, name.asText())));
    return read;
  }
}
