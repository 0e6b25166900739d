package dev.headroom.wire.json;

import dev.headroom.model.report.AllowanceUse;
import dev.headroom.model.report.ChildUsage;
import dev.headroom.model.report.Costs;
import dev.headroom.model.report.Decimals;
import dev.headroom.model.report.LoanUse;
import dev.headroom.model.report.LoanUses;
import dev.headroom.model.report.PoolUse;
import dev.headroom.model.report.Requests;
import dev.headroom.model.report.StepUsage;
import dev.headroom.model.report.Trend;
import dev.headroom.model.report.TypeUsage;
import dev.headroom.model.report.UsageReport;
import java.math.BigDecimal;
import java.util.function.Function;

/// What was used, as the API says it.
public final class Reports {
  private static final Shape<BigDecimal> DECIMAL =
      Scalar.decimal("a number").as(Decimals::normal, Function.identity());

  private static final Shape<TypeUsage> TYPE = ObjectShape.of("TypeUsage", Reports::type);

  private static final Shape<Costs.OfCategory> CATEGORY =
      ObjectShape.of(
          "CategoryCosts",
          fields -> {
            var name = fields.required("category", Scalar.TEXT, Costs.OfCategory::category);
            var usage = fields.required("usage", Scalar.MONEY, Costs.OfCategory::usage);
            var overage = fields.required("overage", Scalar.MONEY, Costs.OfCategory::overage);
            var percent = fields.required("percent", DECIMAL, Costs.OfCategory::percent);
            var records = fields.required("records", Scalar.LONG, Costs.OfCategory::records);
            return in ->
                new Costs.OfCategory(
                    in.get(name), in.get(usage), in.get(overage), in.get(percent), in.get(records));
          });

  private static final Shape<Costs> COSTS =
      ObjectShape.of(
          "Costs",
          fields -> {
            var total = fields.required("total", Scalar.MONEY, Costs::total);
            var usage = fields.required("usage", Scalar.MONEY, Costs::usage);
            var overage = fields.required("overage", Scalar.MONEY, Costs::overage);
            var categories = fields.required("categories", CATEGORY.listed(), Costs::categories);
            return in ->
                new Costs(in.get(total), in.get(usage), in.get(overage), in.get(categories));
          });

  private static final Shape<Requests> REQUESTS =
      ObjectShape.of("RequestFigures", Reports::requests);

  private static final Shape<AllowanceUse> ALLOWANCE =
      ObjectShape.of(
          "AllowanceUse",
          fields -> {
            var type = fields.required("type", Names.TYPE, AllowanceUse::type);
            var period = fields.optional("period", Names.PERIOD, AllowanceUse::period);
            var windows = fields.required("windows", Scalar.LONG, AllowanceUse::windows);
            var allowed = fields.required("allowed", DECIMAL, AllowanceUse::allowed);
            var used = fields.required("used", DECIMAL, AllowanceUse::used);
            var percent = fields.optional("utilisation", DECIMAL, AllowanceUse::utilisation);
            var never = fields.required("neverUsed", DECIMAL, AllowanceUse::neverUsed);
            return in ->
                new AllowanceUse(
                    in.get(type),
                    in.get(period),
                    in.get(windows),
                    in.get(allowed),
                    in.get(used),
                    in.get(percent),
                    in.get(never));
          });

  private static final Shape<PoolUse> POOL =
      ObjectShape.of(
          "PoolUse",
          fields -> {
            var id = fields.required("id", Names.POOL, PoolUse::id);
            var path = fields.required("path", Names.PATH, PoolUse::path);
            var type = fields.required("type", Names.TYPE, PoolUse::type);
            var supplied = fields.required("supplied", DECIMAL, PoolUse::supplied);
            var used = fields.required("used", DECIMAL, PoolUse::used);
            var percent = fields.optional("utilisation", DECIMAL, PoolUse::utilisation);
            var peak = fields.required("peak", Scalar.LONG, PoolUse::peak);
            var peakAt = fields.optional("peakAt", Scalar.INSTANT, PoolUse::peakAt);
            return in ->
                new PoolUse(
                    in.get(id),
                    in.get(path),
                    in.get(type),
                    in.get(supplied),
                    in.get(used),
                    in.get(percent),
                    in.get(peak),
                    in.get(peakAt));
          });

  private static final Shape<Trend.OfType> TYPE_TREND =
      ObjectShape.of(
          "TypeTrend",
          fields -> {
            var type = fields.required("type", Names.TYPE, Trend.OfType::type);
            var before = fields.required("before", DECIMAL, Trend.OfType::before);
            var change = fields.optional("change", DECIMAL, Trend.OfType::change);
            return in -> new Trend.OfType(in.get(type), in.get(before), in.get(change));
          });

  private static final Shape<Trend> TREND =
      ObjectShape.of(
          "Trend",
          fields -> {
            var from = fields.required("from", Scalar.INSTANT, Trend::from);
            var to = fields.required("to", Scalar.INSTANT, Trend::to);
            var whole = fields.required("whole", Scalar.FLAG, Trend::whole);
            var cost = fields.required("costBefore", Scalar.MONEY, Trend::costBefore);
            var change = fields.optional("costChange", DECIMAL, Trend::costChange);
            var denied = fields.required("deniedBefore", Scalar.LONG, Trend::deniedBefore);
            var types = fields.required("types", TYPE_TREND.listed(), Trend::types);
            return in ->
                new Trend(
                    in.get(from),
                    in.get(to),
                    in.get(whole),
                    in.get(cost),
                    in.get(change),
                    in.get(denied),
                    in.get(types));
          });

  private static final Shape<ChildUsage.OfType> TYPE_TOTAL =
      ObjectShape.of(
          "TypeTotal",
          fields -> {
            var type = fields.required("type", Names.TYPE, ChildUsage.OfType::type);
            var total = fields.required("total", DECIMAL, ChildUsage.OfType::total);
            return in -> new ChildUsage.OfType(in.get(type), in.get(total));
          });

  private static final Shape<ChildUsage> CHILD =
      ObjectShape.of(
          "ChildUsage",
          fields -> {
            var path = fields.required("path", Names.PATH, ChildUsage::path);
            var cost = fields.required("cost", Scalar.MONEY, ChildUsage::cost);
            var percent = fields.required("percent", DECIMAL, ChildUsage::percent);
            var granted = fields.required("granted", Scalar.LONG, ChildUsage::granted);
            var denied = fields.required("denied", Scalar.LONG, ChildUsage::denied);
            var waited = fields.required("waitedMillis", Scalar.LONG, ChildUsage::waitedMillis);
            var types = fields.required("types", TYPE_TOTAL.listed(), ChildUsage::types);
            return in ->
                new ChildUsage(
                    in.get(path),
                    in.get(cost),
                    in.get(percent),
                    in.get(granted),
                    in.get(denied),
                    in.get(waited),
                    in.get(types));
          });

  private static final Shape<StepUsage> STEP =
      ObjectShape.of(
          "StepUsage",
          fields -> {
            var from = fields.required("from", Scalar.INSTANT, StepUsage::from);
            var to = fields.required("to", Scalar.INSTANT, StepUsage::to);
            var cost = fields.required("cost", Scalar.MONEY, StepUsage::cost);
            var overage = fields.required("overage", Scalar.MONEY, StepUsage::overage);
            var denied = fields.required("denied", Scalar.LONG, StepUsage::denied);
            var types = fields.required("types", TYPE_TOTAL.listed(), StepUsage::types);
            return in ->
                new StepUsage(
                    in.get(from),
                    in.get(to),
                    in.get(cost),
                    in.get(overage),
                    in.get(denied),
                    in.get(types));
          });

  private static final Shape<LoanUse> LOAN =
      ObjectShape.of(
          "LoanUse",
          fields -> {
            var loan = fields.required("loan", Lendings.LOAN, LoanUse::loan);
            var ended = fields.optional("ended", Scalar.INSTANT, LoanUse::ended);
            var end = fields.optional("end", Lendings.END, LoanUse::end);
            var peak = fields.optional("peak", Scalar.LONG, LoanUse::peak);
            return in -> new LoanUse(in.get(loan), in.get(ended), in.get(end), in.get(peak));
          });

  private static final Shape<LoanUses> LOANS =
      ObjectShape.of(
          "LoanUses",
          fields -> {
            var latest = fields.required("latest", LOAN.listed(), LoanUses::latest);
            var inAll = fields.required("inAll", Scalar.INT, LoanUses::inAll);
            return in -> new LoanUses(in.get(latest), in.get(inAll));
          });

  /// A report.
  public static final ObjectShape<UsageReport> USAGE =
      ObjectShape.of("UsageReport", Reports::report);

  private Reports() {}

  private static Function<ObjectShape.Values, TypeUsage> type(Fields<TypeUsage> fields) {
    var type = fields.required("type", Names.TYPE, TypeUsage::type);
    var total = fields.required("total", DECIMAL, TypeUsage::total);
    var beyond = fields.required("beyond", Scalar.LONG, TypeUsage::beyond);
    var peak = fields.required("peak", Scalar.LONG, TypeUsage::peak);
    var peakAt = fields.optional("peakAt", Scalar.INSTANT, TypeUsage::peakAt);
    var average = fields.required("average", DECIMAL, TypeUsage::average);
    var inUse = fields.optional("averageInUse", DECIMAL, TypeUsage::averageInUse);
    var efficiency = fields.optional("efficiency", DECIMAL, TypeUsage::efficiency);
    var wasted = fields.required("wasted", DECIMAL, TypeUsage::wasted);
    var denied = fields.required("denied", Scalar.LONG, TypeUsage::denied);
    var cost = fields.required("cost", Scalar.MONEY, TypeUsage::cost);
    var overage = fields.required("overage", Scalar.MONEY, TypeUsage::overage);
    return in ->
        new TypeUsage(
            in.get(type),
            in.get(total),
            in.get(beyond),
            in.get(peak),
            in.get(peakAt),
            in.get(average),
            in.get(inUse),
            in.get(efficiency),
            in.get(wasted),
            in.get(denied),
            in.get(cost),
            in.get(overage));
  }

  private static Function<ObjectShape.Values, Requests> requests(Fields<Requests> fields) {
    var granted = fields.required("granted", Scalar.LONG, Requests::granted);
    var partly = fields.required("partly", Scalar.LONG, Requests::partly);
    var denied = fields.required("denied", Scalar.LONG, Requests::denied);
    var queued = fields.required("queued", Scalar.LONG, Requests::queued);
    var waited = fields.required("waited", Scalar.LONG, Requests::waited);
    var millis = fields.required("waitedMillis", Scalar.LONG, Requests::waitedMillis);
    var longest = fields.required("longestWaitMillis", Scalar.LONG, Requests::longestWaitMillis);
    fields.told("averageWaitMillis", Scalar.LONG, Requests::averageWaitMillis);
    var preempted = fields.required("preempted", Scalar.LONG, Requests::preempted);
    var expired = fields.required("expired", Scalar.LONG, Requests::expired);
    return in ->
        new Requests(
            in.get(granted),
            in.get(partly),
            in.get(denied),
            in.get(queued),
            in.get(waited),
            in.get(millis),
            in.get(longest),
            in.get(preempted),
            in.get(expired));
  }

  private static Function<ObjectShape.Values, UsageReport> report(Fields<UsageReport> fields) {
    var path = fields.required("path", Names.PATH, UsageReport::path);
    var from = fields.required("from", Scalar.INSTANT, UsageReport::from);
    var to = fields.required("to", Scalar.INSTANT, UsageReport::to);
    var zone = fields.required("timeZone", Configs.ZONE, UsageReport::zone);
    var sequence = fields.required("sequence", Scalar.LONG, UsageReport::sequence);
    var since = fields.optional("completeSince", Scalar.INSTANT, UsageReport::completeSince);
    var types = fields.required("types", TYPE.listed(), UsageReport::types);
    var costs = fields.required("costs", COSTS, UsageReport::costs);
    var efficiency = fields.optional("efficiency", DECIMAL, UsageReport::efficiency);
    var requests = fields.required("requests", REQUESTS, UsageReport::requests);
    var allowances = fields.required("allowances", ALLOWANCE.listed(), UsageReport::allowances);
    var pools = fields.required("pools", POOL.listed(), UsageReport::pools);
    var loans = fields.byDefault("loans", LOANS, LoanUses.NONE, UsageReport::loans);
    var trend = fields.required("trend", TREND, UsageReport::trend);
    var children = fields.required("children", CHILD.listed(), UsageReport::children);
    var inAll = fields.required("childrenInAll", Scalar.INT, UsageReport::childrenInAll);
    var steps = fields.required("steps", STEP.listed(), UsageReport::steps);
    var forecast = fields.optional("forecast", Forecasts.USAGE, UsageReport::forecast);
    return in ->
        new UsageReport(
            in.get(path),
            in.get(from),
            in.get(to),
            in.get(zone),
            in.get(sequence),
            in.get(since),
            in.get(types),
            in.get(costs),
            in.get(efficiency),
            in.get(requests),
            in.get(allowances),
            in.get(pools),
            in.get(loans),
            in.get(trend),
            in.get(children),
            in.get(inAll),
            in.get(steps),
            in.get(forecast));
  }
}
