/// What an administrator does about alerts and about those who wait: each action with its preview
/// and its result.
@NullMarked
package dev.headroom.console.viewmodel.action;

import org.jspecify.annotations.NullMarked;
