/// The one interface to a running engine, wherever it lives. Views and programs know only this.
@NullMarked
package dev.headroom.client;

import org.jspecify.annotations.NullMarked;
