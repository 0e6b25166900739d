package dev.headroom.console.viewmodel.report;

import dev.headroom.console.viewmodel.forecast.ForecastReading;
import java.util.List;

/// A report in words and parts, ready to be shown.
///
/// @param title the scope
/// @param span from when to when, in which time zone
/// @param notes what must be known to understand it, such as that sums begin later; may be none
/// @param facts the figures that matter most
/// @param bars what each part of the span cost, or where nothing cost anything how much of the
///   first type was used; in order
/// @param barsTitle what the bars are about
/// @param categories what each category cost
/// @param children what each child cost
/// @param forecasts when the scope's limits and pools run out, of those of which something can be
///   said; none where the span ends before now
/// @param tables all else
/// @param csv everything, exactly, as comma-separated values
public record ReportReading(
    String title,
    String span,
    List<String> notes,
    List<Figure> facts,
    List<Bar> bars,
    String barsTitle,
    List<Share> categories,
    List<Share> children,
    List<ForecastReading> forecasts,
    List<Table> tables,
    String csv) {
  /// One part of the span.
  ///
  /// @param label when it begins, shortly
  /// @param text what it says exactly
  /// @param height of the highest bar, from 0 to 1
  /// @param over how much of that is overage, from 0 to 1
  public record Bar(String label, String text, double height, double over) {}

  /// One of many that make up a whole.
  ///
  /// @param name which
  /// @param text how much
  /// @param percent how much of the whole
  /// @param width of the largest, from 0 to 1
  /// @param over how much of that is overage, from 0 to 1
  public record Share(String name, String text, String percent, double width, double over) {}

  /// Figures in rows.
  ///
  /// @param heads what the columns are; the first is the name of a row
  /// @param help how the figures come about
  public record Table(String title, List<String> heads, List<List<String>> rows, String help) {}

  /// One of the figures that matter most.
  ///
  /// @param help how it comes about
  public record Figure(String name, String value, String help) {}
}
