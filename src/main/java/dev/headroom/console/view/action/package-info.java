/// What an administrator does about alerts and about those who wait, in the lists below the scope
/// page and in the drawer beside it.
@NullMarked
package dev.headroom.console.view.action;

import org.jspecify.annotations.NullMarked;
