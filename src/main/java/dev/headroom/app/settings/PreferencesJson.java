package dev.headroom.app.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.headroom.console.viewmodel.Preferences;
import dev.headroom.console.viewmodel.Setting;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.input.KeyCombination;

/// Preferences as JSON: each setting by its name, and the shortcuts that are not the usual ones.
final class PreferencesJson {
  private static final String KEYS = "keys";
  private static final String TOURED = "toured";

  private PreferencesJson() {}

  static ObjectNode write(Preferences preferences) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    Setting.ALL.forEach(setting -> json.put(setting.key(), setting.code(preferences)));
    ObjectNode keys = json.putObject(KEYS);
    preferences.keys().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(each -> keys.put(each.getKey(), each.getValue()));
    return json.put(TOURED, preferences.toured());
  }

  /// What is understood of it; as it is usually where nothing is said.
  ///
  /// @param strange is told of each part that is not understood
  static Preferences read(JsonNode json, Consumer<String> strange) {
    Preferences read = Preferences.USUAL;
    for (Setting<?> setting : Setting.ALL) {
      if (json.has(setting.key())) {
        Optional<Preferences> with = setting.read(read, json.path(setting.key()).asText());
        if (with.isEmpty()) {
          strange.accept(setting.key());
        }
        read = with.orElse(read);
      }
    }
    Map<String, String> keys = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> each : json.path(KEYS).properties()) {
      if (areKeys(each.getValue())) {
        keys.put(each.getKey(), each.getValue().asText());
      } else {
        strange.accept(KEYS + "." + each.getKey());
      }
    }
    return read.withKeys(keys).withToured(json.path(TOURED).asBoolean());
  }

  private static boolean areKeys(JsonNode json) {
    if (!json.isTextual()) {
      return false;
    }
    try {
      return json.asText().isEmpty() || !KeyCombination.valueOf(json.asText()).getName().isEmpty();
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
