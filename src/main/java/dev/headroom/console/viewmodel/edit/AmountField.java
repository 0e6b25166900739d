package dev.headroom.console.viewmodel.edit;

import java.util.function.Consumer;
import java.util.function.Supplier;

/// The number of a form that matters most: a limit's amount, a pool's capacity.
///
/// @param name under which its name is found
/// @param text what is typed now
/// @param setter is told what is typed
/// @param problem what is wrong with it; empty where nothing is
public record AmountField(
    String name, String text, Consumer<String> setter, Supplier<String> problem) {}
