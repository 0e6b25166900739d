package dev.headroom.app.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.headroom.console.viewmodel.Connection;
import dev.headroom.console.viewmodel.Memory;
import dev.headroom.console.viewmodel.PlaceMark;
import dev.headroom.console.viewmodel.Remembered;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.file.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the console remembers, as `console.json` in a folder. What of it is not understood is as at
/// the first start; the file is set aside beside it, as `console.json.unread`, before it is first
/// replaced. One thread at a time.
public final class RememberedFile implements Memory {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private static final int SIZE_MAX = 1 << 20;
  private static final String PREFERENCES = "preferences";

  private final WholeFile file;
  private boolean setAside;

  /// @param folder is made when something is kept first
  public RememberedFile(Path folder) {
    file = new WholeFile(folder.resolve("console.json"), SIZE_MAX);
  }

  @Override
  public Recalled recall() {
    List<String> strange = new ArrayList<>();
    try {
      Optional<byte[]> bytes = file.read();
      Remembered all =
          bytes.isEmpty() ? Remembered.NOTHING : read(JSON.readTree(bytes.get()), strange);
      setAside = !strange.isEmpty();
      return new Recalled(all, strange.isEmpty() ? "" : remark(String.join(", ", strange)));
    } catch (IOException | IllegalArgumentException unreadable) {
      // Nothing in it is worth keeping the console from opening.
      setAside = true;
      return new Recalled(Remembered.NOTHING, remark(cause(unreadable)));
    }
  }

  private String remark(String cause) {
    return Wording.text("remembered.strange", file.path(), cause, aside().getFileName());
  }

  /// The first line: what follows only repeats the place.
  private static String cause(Exception unreadable) {
    return String.valueOf(unreadable.getMessage()).lines().findFirst().orElse("");
  }

  private Path aside() {
    return file.path().resolveSibling(file.path().getFileName() + ".unread");
  }

  @Override
  public Optional<String> keep(Remembered all) {
    try {
      file.makeFolder();
      if (setAside && Files.exists(file.path())) {
        Files.move(file.path(), aside(), StandardCopyOption.REPLACE_EXISTING);
      }
      setAside = false;
      file.replace(JSON.writeValueAsBytes(write(all)));
      return Optional.empty();
    } catch (IOException unwritable) {
      return Optional.of(
          "cannot remember settings in " + file.path() + ": " + unwritable.getMessage());
    }
  }

  private static Remembered read(JsonNode json, List<String> strange) throws IOException {
    if (!json.isObject()) {
      String foreign = Wording.text("remembered.foreign");
      throw new IOException(foreign);
    }
    List<Connection> connections = new ArrayList<>();
    json.path("connections").forEach(connection -> connections.add(connection(connection)));
    return new Remembered(
        paths(json.path("folders")),
        paths(json.path("recordings")),
        connections,
        ViewsJson.look(json.path("tree")),
        ViewsJson.views(json.path("views")),
        PreferencesJson.read(json.path(PREFERENCES), strange::add));
  }

  private static List<Path> paths(JsonNode json) {
    List<Path> paths = new ArrayList<>();
    json.forEach(path -> paths.add(Path.of(path.asText())));
    return paths;
  }

  private static Connection connection(JsonNode json) {
    var mark =
        new PlaceMark(
            json.path("name").asText(),
            PlaceMark.Colour.valueOf(json.path("colour").asText()),
            json.path("production").asBoolean());
    Optional<Path> authority =
        json.has("authority")
            ? Optional.of(Path.of(json.path("authority").asText()))
            : Optional.empty();
    var server =
        new Connection.Server(
            json.path("url").asText(), authority, json.path("plainText").asBoolean());
    return new Connection(
        json.path("id").asText(), mark, server, json.path("keepsToken").asBoolean());
  }

  private static ObjectNode write(Remembered all) {
    ObjectNode json = JSON.createObjectNode();
    var folders = json.putArray("folders");
    all.folders().forEach(folder -> folders.add(folder.toString()));
    var recordings = json.putArray("recordings");
    all.recordings().forEach(recording -> recordings.add(recording.toString()));
    var connections = json.putArray("connections");
    for (Connection each : all.connections()) {
      ObjectNode connection =
          connections
              .addObject()
              .put("id", each.id())
              .put("name", each.name())
              .put("colour", each.mark().colour().name())
              .put("production", each.mark().production())
              .put("url", each.server().url())
              .put("plainText", each.server().plainText())
              .put("keepsToken", each.keepsToken());
      each.server()
          .authority()
          .ifPresent(authority -> connection.put("authority", authority.toString()));
    }
    json.set(PREFERENCES, PreferencesJson.write(all.preferences()));
    json.set("tree", ViewsJson.write(all.look()));
    json.set("views", ViewsJson.write(all.views()));
    return json;
  }
}
