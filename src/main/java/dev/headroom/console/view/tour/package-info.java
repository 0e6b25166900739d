/// What a newcomer is shown once: where what is, in a few steps.
@NullMarked
package dev.headroom.console.view.tour;

import org.jspecify.annotations.NullMarked;
