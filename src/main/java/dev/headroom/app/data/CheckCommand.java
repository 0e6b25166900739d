package dev.headroom.app.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.headroom.journal.Contents;
import dev.headroom.node.Retold;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `headroom check`: whether a folder is whole.
@Command(
    name = "check",
    description =
        "Reads a data folder to its end, verifies every byte that counts and that each snapshot has"
            + " the state to which the commands before it come, and prints the hashes of the"
            + " journal and of the state in the end. Ends with 2 where something is"
            + " missing or was changed, naming file, place and what to do. Changes nothing; the"
            + " folder may be in use.",
    mixinStandardHelpOptions = true)
public final class CheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "The data folder, or a recording.")
  private Path folder;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Override
  public Integer call() throws JsonProcessingException {
    PrintWriter err = spec.commandLine().getErr();
    Retold.Whole whole = Folders.check(folder, err);
    Contents contents = whole.contents();
    contents.notes().forEach(note -> err.println("headroom: " + note));
    spec.commandLine().getOut().println(json ? json(whole) : text(whole));
    return CommandLine.ExitCode.OK;
  }

  private static String text(Retold.Whole whole) {
    Contents contents = whole.contents();
    return String.format(
        Locale.ROOT,
        "whole: %,d commands until %s, those from %,d on kept as %,d bytes in %,d files,"
            + " and %,d snapshots%njournal %s%nstate   %s",
        contents.commands(),
        whole.until(),
        contents.first(),
        contents.bytes(),
        contents.files(),
        whole.snapshots(),
        contents.chain(),
        whole.stateHash());
  }

  private static String json(Retold.Whole whole) throws JsonProcessingException {
    Contents contents = whole.contents();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("commands", contents.commands());
    fields.put("firstKept", contents.first());
    fields.put("until", whole.until().toString());
    fields.put("bytes", contents.bytes());
    fields.put("files", contents.files());
    fields.put("snapshots", whole.snapshots());
    fields.put("journalHash", contents.chain());
    fields.put("stateHash", whole.stateHash());
    fields.put("notes", contents.notes());
    return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(fields);
  }
}
