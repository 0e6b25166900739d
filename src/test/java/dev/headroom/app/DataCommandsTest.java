package dev.headroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Change;
import dev.headroom.model.Command;
import dev.headroom.model.Limit;
import dev.headroom.model.RequestId;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.node.DataFolder;
import dev.headroom.node.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A data folder on the command line")
final class DataCommandsTest {
  private static final ScopePath ADA = ScopePath.of("/user:ada");

  @TempDir private Path folder;

  private Instant now = Instant.parse("2026-03-02T10:00:00Z");
  private String hash = "";

  @BeforeEach
  void fill() throws IOException {
    try (Node node = DataFolder.open(folder, () -> now, DataFolder.Progress.UNSEEN).node()) {
      Limit limit = new Limit(ADA, ResourceType.TOKENS, Limit.Terms.hard(10));
      node.submit(
          new Command.ApplyChanges(
              new RequestId("limits"),
              List.of(new Change.PutLimits(ADA, List.of(limit), 0)),
              "op",
              "as told"));
      now = now.plusSeconds(60);
      node.submit(allocate("a", ADA));
      node.submit(allocate("b", ScopePath.of("/user:bob")));
      hash = node.stateHash();
    }
  }

  private static Command allocate(String id, ScopePath path) {
    return new Command.Allocate(
        new RequestId(id),
        AllocationRequest.of(path, RequestLine.required(ResourceType.TOKENS, 6)));
  }

  @Test
  @DisplayName("is checked: it is whole, and these are its hashes (D2, D5)")
  void check() throws IOException {
    Run text = Run.of("check", folder.toString());
    assertThat(text.exitCode()).as(text.err()).isZero();
    assertThat(text.out())
        .startsWith("whole: 3 commands until 2026-03-02T10:01:00Z")
        .contains(hash);
    JsonNode json = new ObjectMapper().readTree(Run.of("check", folder.toString(), "--json").out());
    assertThat(json.get("stateHash").asText()).isEqualTo(hash);
    assertThat(json.get("commands").asLong()).isEqualTo(3);
  }

  @Test
  @DisplayName("is refused where it was changed, with file, place and what to do")
  void changed() throws IOException {
    Path file = folder.resolve("journal-00000001.log");
    byte[] bytes = Files.readAllBytes(file);
    bytes[100] ^= 1;
    Files.write(file, bytes);
    assertThat(Run.of("check", folder.toString()).complaint())
        .contains("journal-00000001.log, byte 64: the batch of command 1 was changed")
        .contains("put back a good copy of this file");
  }

  @Test
  @DisplayName("is what to name, and not one of its files, nor any other file")
  void isNamedItself() throws IOException {
    String file = folder.resolve("journal-00000001.log").toString();
    for (String command : List.of("check", "log")) {
      assertThat(Run.of(command, file).complaint())
          .contains(file + " is one of the files of a data folder; name the folder");
    }
    assertThat(Run.of(file).complaint()).contains("headroom --data FOLDER opens that");
    assertThat(Run.of(folder.toString()).complaint()).contains("headroom --data " + folder);
    assertThat(Run.of("report", file).complaint()).contains(file + " is no folder");
    String other = Files.writeString(folder.resolve("other"), "something else").toString();
    assertThat(Run.of("check", other).complaint())
        .contains("it is no recording of Headroom; name a recording or a data folder");
  }

  @Test
  @DisplayName("is printed for people, by time, place and kind")
  void log() {
    assertThat(Run.of("log", folder.toString()).out().lines()).hasSize(3);
    assertThat(Run.of("log", folder.toString(), "--path", "/user:ada").out().lines())
        .hasSize(2)
        .first()
        .asString()
        .matches(" +1  2026-03-02T10:00:00Z  ApplyChanges +limits +/ /user:ada: ConfigChanged");
    assertThat(Run.of("log", folder.toString(), "--type", "allocate").out().lines()).hasSize(2);
    assertThat(Run.of("log", folder.toString(), "--to", "2026-03-02T10:01:00Z").out().lines())
        .hasSize(1);
    assertThat(Run.of("log", folder.toString(), "--from", "2026-03-02T10:01:00Z").out().lines())
        .hasSize(2);
  }

  @Test
  @DisplayName("is printed as one JSON object a line")
  void json() throws IOException {
    List<String> lines = Run.of("log", folder.toString(), "--json").out().lines().toList();
    JsonNode first = new ObjectMapper().readTree(lines.getFirst());
    assertThat(first.at("/command/changes/0/limits/0/terms/amount").asLong()).isEqualTo(10);
    assertThat(first.at("/command/changes/0/is").asText()).isEqualTo("PutLimits");
    JsonNode last = new ObjectMapper().readTree(lines.getLast());
    assertThat(last.get("number").asLong()).isEqualTo(3);
    assertThat(last.at("/command/is").asText()).isEqualTo("Allocate");
    assertThat(last.at("/command/request/path").asText()).isEqualTo("/user:bob");
    assertThat(last.at("/answer/is").asText()).isEqualTo("Granted");
  }

  @Test
  @DisplayName("is refused where there is none, or what is asked of it makes no sense")
  void refusals() {
    Path none = folder.resolve("none");
    assertThat(Run.of("check", none.toString()).complaint()).contains("there is no folder " + none);
    assertThat(Run.of("log", folder.toString(), "--type", "sing").complaint())
        .contains("there is no command sing; there are Allocate, ");
    assertThat(Run.of("log", folder.toString(), "--from", "noon").complaint())
        .contains("'noon' is no instant");
    String[] turned = {"--from", "2026-03-02T10:00:00Z", "--to", "2026-03-02T09:00:00Z"};
    assertThat(Run.of("log", folder.toString(), turned[0], turned[1], turned[2], turned[3]))
        .extracting(Run::complaint)
        .asString()
        .contains("--from 2026-03-02T10:00:00Z is not before --to 2026-03-02T09:00:00Z");
    assertThat(Run.of("--data", folder.toString(), "--scopes", "5").complaint())
        .contains("--data opens a folder");
  }

  @Test
  @DisplayName(
      "is recorded only where a file can be written, and what is kept, and else it is said why not")
  void recordNowhere() throws IOException {
    Path none = folder.resolve("none");
    assertThat(Run.of("record", folder.toString(), "--out", none + "/x").complaint())
        .endsWith("there is no folder " + none + " to write to");
    String kept = "nothing of that span is kept, only 2026-03-02T10:00:00Z to 2026-03-02T10:01:00Z";
    for (String span : List.of("2026-03-03 2026-03-04", "2026-02 2026-03-02")) {
      String[] said = span.split(" ", 2);
      assertThat(
              Run.of(
                      "record",
                      folder.toString(),
                      "--from",
                      said[0],
                      "--to",
                      said[1],
                      "--out",
                      folder + "/x")
                  .complaint())
          .endsWith(kept);
    }
    Files.createDirectory(folder.resolve("x.part"));
    assertThat(Run.of("record", folder.toString(), "--out", folder + "/x").complaint())
        .startsWith("headroom: cannot record " + folder + " into " + folder + "/x: ")
        .contains(folder.resolve("x.part").toString());
  }

  @Test
  @DisplayName("is recorded into one file, which is checked and printed like it (D2, D5)")
  void record() throws IOException {
    Path file = folder.resolve("minute.headroom-recording");
    Run run =
        Run.of("record", folder.toString(), "--from", "2026-03-02T10:00:30Z", "--out", file + "");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .startsWith("recorded 2026-03-02T10:00:30Z to 2026-03-02T10:01:00Z in ")
        .contains("headroom " + file + " shows it");
    assertThat(Run.of("check", file.toString()).out()).contains(hash);
    assertThat(Run.of("log", file.toString()).out().lines()).hasSize(2);
    assertThat(Run.of("record", folder.toString(), "--out", file.toString()).complaint())
        .contains("exists already");
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));
    assertThat(Run.of("check", file.toString()).complaint())
        .contains("byte " + (bytes.length - 1) + ": it is cut off here")
        .contains("have it recorded again");
    assertThat(Run.of(file.toString()).complaint()).contains("it is cut off here");
  }
}
