package dev.headroom.wire.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.headroom.model.Event;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What happened: number, time and family, and beside them what its kind has to say.
public final class Events implements Shape<Event> {
  /// Every event there is.
  public static final Events EVENT = new Events();

  private static final Shape<Long> SEQUENCE =
      Scalar.whole(1, Long.MAX_VALUE)
          .as(
              said -> Disguise.current().own(Disguise.Kind.EVENT, said),
              own -> Disguise.current().shown(Disguise.Kind.EVENT, own));

  private static final OneOf<Event.Body> BODY =
      Lendings.addTo(
              AdministrationEvents.addTo(
                  ConflictEvents.addTo(
                      AllocationEvents.addTo(OneOf.<Event.Body>of("EventBody", "kind")))))
          .all(Event.Body.class);

  private static final List<String> OURS = List.of("sequence", "at", "family");

  private Events() {}

  /// The word for its kind, for example `GRANTED`.
  public static String kind(Event event) {
    return BODY.wordOf(event.body());
  }

  @Override
  public void write(Event event, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeFieldName("sequence");
    SEQUENCE.write(event.sequence(), out);
    out.writeFieldName("at");
    Scalar.INSTANT.write(event.at(), out);
    out.writeStringField("family", event.body().family().name());
    BODY.writeMembers(event.body(), out);
    out.writeEndObject();
  }

  @Override
  public Optional<Event> read(JsonNode node, At at) {
    if (!node.isObject()) {
      return at.wrong("an object", node);
    }
    Optional<Long> sequence = SEQUENCE.read(node.path("sequence"), at.member("sequence"));
    Optional<Instant> when = Scalar.INSTANT.read(node.path("at"), at.member("at"));
    Optional<Event.Body> body = BODY.readMembers(node, at, OURS);
    return sequence.isPresent() && when.isPresent() && body.isPresent()
        ? Optional.of(new Event(sequence.get(), when.get(), body.get()))
        : Optional.empty();
  }

  @Override
  public ObjectNode schema(Schemas schemas) {
    return schemas.reference("Event", () -> members(schemas));
  }

  private static ObjectNode members(Schemas schemas) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    ObjectNode ours = JsonNodeFactory.instance.objectNode().put("type", "object");
    ObjectNode properties = ours.putObject("properties");
    properties.set("sequence", SEQUENCE.schema(schemas));
    properties.set("at", Scalar.INSTANT.schema(schemas));
    properties.set("family", Scalar.word(Event.Family.class).schema(schemas));
    OURS.forEach(ours.putArray("required")::add);
    schema.putArray("allOf").add(ours).add(BODY.schema(schemas));
    return schema;
  }
}
