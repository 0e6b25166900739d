package dev.headroom.console.viewmodel.edit;

import dev.headroom.console.viewmodel.Times;
import dev.headroom.model.Settings;
import java.util.List;

/// All that settings say, field by field. Pure.
final class SettingsFields {
  static final List<Field<Settings>> ALL =
      List.of(
          new Field<>(
              "timeZone",
              Settings::timeZone,
              settings -> settings.timeZone().getId(),
              (settings, from) ->
                  new Settings(
                      from.timeZone(),
                      settings.agingInterval(),
                      settings.starvationInterval(),
                      settings.alertDelay())),
          new Field<>(
              "agingInterval",
              Settings::agingInterval,
              settings -> Times.span(settings.agingInterval()),
              (settings, from) ->
                  new Settings(
                      settings.timeZone(),
                      from.agingInterval(),
                      settings.starvationInterval(),
                      settings.alertDelay())),
          new Field<>(
              "starvationInterval",
              Settings::starvationInterval,
              settings -> Times.span(settings.starvationInterval()),
              (settings, from) ->
                  new Settings(
                      settings.timeZone(),
                      settings.agingInterval(),
                      from.starvationInterval(),
                      settings.alertDelay())),
          new Field<>(
              "alertDelay",
              Settings::alertDelay,
              settings -> Times.span(settings.alertDelay()),
              (settings, from) ->
                  new Settings(
                      settings.timeZone(),
                      settings.agingInterval(),
                      settings.starvationInterval(),
                      from.alertDelay())));

  private SettingsFields() {}
}
