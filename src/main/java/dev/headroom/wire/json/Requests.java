package dev.headroom.wire.json;

import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Command;
import dev.headroom.model.Priority;
import dev.headroom.model.RequestLine;
import dev.headroom.model.UsageRecord;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Shapes of what programs ask for while they work: to reserve, to record, to return.
///
/// A body is a whole command. What its address and the header `Idempotency-Key` say may be left out
/// of it, if whoever reads it puts that in before.
public final class Requests {
  private static final Shape<RequestLine.Alternative> ALTERNATIVE =
      ObjectShape.of(
          "Alternative",
          fields -> {
            var type = fields.required("type", Names.TYPE, RequestLine.Alternative::type);
            var amount =
                fields.required("amount", Scalar.amount(1), RequestLine.Alternative::amount);
            return in -> new RequestLine.Alternative(in.get(type), in.get(amount));
          });

  private static final Shape<RequestLine> LINE =
      ObjectShape.of(
          "RequestLine",
          fields -> {
            var type = fields.required("type", Names.TYPE, RequestLine::type);
            var amount = fields.required("amount", Scalar.amount(1), RequestLine::amount);
            var required = fields.byDefault("required", Scalar.FLAG, true, RequestLine::required);
            var minimum =
                fields.optional("minimum", Scalar.amount(1), line -> Optional.of(line.minimum()));
            var alternatives =
                fields.byDefault(
                    "alternatives",
                    ALTERNATIVE.listed(RequestLine.ALTERNATIVES_MAX),
                    List.of(),
                    RequestLine::alternatives);
            return in ->
                new RequestLine(
                    in.get(type),
                    in.get(amount),
                    in.get(required),
                    in.get(minimum).orElse(in.get(amount)),
                    in.get(alternatives));
          });

  private static final Shape<Duration> LEASE =
      Scalar.DURATION.as(AllocationRequest::requireLease, Function.identity());

  private static final Shape<Duration> WAIT =
      Scalar.DURATION.as(AllocationRequest::requireWait, Function.identity());

  /// Reserve resources (A1).
  public static final ObjectShape<Command.Allocate> ALLOCATE =
      ObjectShape.of("Allocate", Requests::allocate);

  /// Record what an allocation consumed (U1).
  public static final ObjectShape<Command.RecordUsage> USAGE =
      ObjectShape.of("Usage", Requests::usage);

  /// End an allocation, or the wait for one (A7).
  public static final ObjectShape<Command.Release> RELEASE =
      ObjectShape.of(
          "Release",
          fields -> {
            var id = fields.required("requestId", Names.REQUEST, Command.Release::id);
            var allocation =
                fields.required("allocationId", Names.ALLOCATION, Command.Release::allocation);
            return in -> new Command.Release(in.get(id), in.get(allocation));
          });

  /// Give an allocation a new expiry (A7).
  public static final ObjectShape<Command.Renew> RENEW =
      ObjectShape.of(
          "Renew",
          fields -> {
            var id = fields.required("requestId", Names.REQUEST, Command.Renew::id);
            var allocation =
                fields.required("allocationId", Names.ALLOCATION, Command.Renew::allocation);
            var lease =
                fields.byDefault(
                    "duration", LEASE, AllocationRequest.LEASE_DEFAULT, Command.Renew::lease);
            return in -> new Command.Renew(in.get(id), in.get(allocation), in.get(lease));
          });

  /// Change how much an allocation has in all (A7).
  public static final ObjectShape<Command.Resize> RESIZE =
      ObjectShape.of(
          "Resize",
          fields -> {
            var id = fields.required("requestId", Names.REQUEST, Command.Resize::id);
            var allocation =
                fields.required("allocationId", Names.ALLOCATION, Command.Resize::allocation);
            var type = fields.required("type", Names.TYPE, Command.Resize::type);
            var amount = fields.required("amount", Scalar.amount(1), Command.Resize::amount);
            return in ->
                new Command.Resize(in.get(id), in.get(allocation), in.get(type), in.get(amount));
          });

  /// Several requests at once (A6); each has an id of its own.
  public static final ObjectShape<Command.AllocateBatch> ALLOCATE_BATCH =
      ObjectShape.of(
          "AllocateBatch",
          fields -> {
            var id = fields.required("requestId", Names.REQUEST, Command.AllocateBatch::id);
            var atomic =
                fields.byDefault("atomic", Scalar.FLAG, false, Command.AllocateBatch::atomic);
            var requests =
                fields.required(
                    "requests",
                    ALLOCATE.listed(1, Command.BATCH_MAX),
                    Command.AllocateBatch::requests);
            return in -> new Command.AllocateBatch(in.get(id), in.get(atomic), in.get(requests));
          });

  /// Many usage records at once (A6); each has an id of its own.
  public static final ObjectShape<Command.RecordUsageBatch> USAGE_BATCH =
      ObjectShape.of(
          "UsageBatch",
          fields -> {
            var id = fields.required("requestId", Names.REQUEST, Command.RecordUsageBatch::id);
            var records =
                fields.required(
                    "records",
                    USAGE.listed(1, Command.BATCH_MAX),
                    Command.RecordUsageBatch::records);
            return in -> new Command.RecordUsageBatch(in.get(id), in.get(records));
          });

  private Requests() {}

  private static Function<ObjectShape.Values, Command.Allocate> allocate(
      Fields<Command.Allocate> fields) {
    var id = fields.required("requestId", Names.REQUEST, Command.Allocate::id);
    var path = fields.required("path", Names.PATH, each -> each.request().path());
    var lines =
        fields.required(
            "lines", LINE.listed(1, AllocationRequest.LINES_MAX), each -> each.request().lines());
    var priority =
        fields.byDefault(
            "priority", Names.PRIORITY, Priority.NORMAL, each -> each.request().priority());
    var lease =
        fields.byDefault(
            "duration", LEASE, AllocationRequest.LEASE_DEFAULT, each -> each.request().lease());
    var maxWait =
        fields.byDefault("maxWait", WAIT, Duration.ZERO, each -> each.request().maxWait());
    var negotiable =
        fields.byDefault("negotiable", Scalar.FLAG, false, each -> each.request().negotiable());
    var requeue = fields.byDefault("requeue", Scalar.FLAG, false, each -> each.request().requeue());
    var purpose = fields.byDefault("purpose", Names.WORDS, "", each -> each.request().purpose());
    var labels =
        fields.byDefault("labels", Names.LABELS, Map.of(), each -> each.request().labels());
    return in ->
        new Command.Allocate(
            in.get(id),
            new AllocationRequest(
                in.get(path),
                in.get(lines),
                in.get(priority),
                in.get(lease),
                in.get(maxWait),
                in.get(negotiable),
                in.get(requeue),
                in.get(purpose),
                in.get(labels)));
  }

  private static Function<ObjectShape.Values, Command.RecordUsage> usage(
      Fields<Command.RecordUsage> fields) {
    var id = fields.required("usageId", Names.REQUEST, Command.RecordUsage::id);
    var allocation =
        fields.required("allocationId", Names.ALLOCATION, each -> each.usage().allocation());
    var type = fields.required("type", Names.TYPE, each -> each.usage().type());
    var consumed = fields.required("consumed", Scalar.amount(0), each -> each.usage().consumed());
    var cost = fields.optional("cost", Scalar.MONEY, each -> each.usage().cost());
    var category = fields.byDefault("category", Names.WORDS, "", each -> each.usage().category());
    var labels = fields.byDefault("labels", Names.LABELS, Map.of(), each -> each.usage().labels());
    return in ->
        new Command.RecordUsage(
            in.get(id),
            new UsageRecord(
                in.get(allocation),
                in.get(type),
                in.get(consumed),
                in.get(cost),
                in.get(category),
                in.get(labels)));
  }
}
