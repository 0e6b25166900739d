package dev.headroom.engine;

import dev.headroom.model.Settings;
import dev.headroom.wire.ByteReader;
import dev.headroom.wire.ByteWriter;
import dev.headroom.wire.TermsBytes;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.function.Consumer;

/// An engine's state as compact bytes: all that [CanonicalState] tells of it, and when it is to
/// look again at what. What can be worked out from that is left out and worked out again.
///
/// Whatever state is added to an engine is to be written and read here or below; `SavedStateTest`
/// finds what is not. Bytes that were written once must be readable for ever: a change of this form
/// needs another [Engine#STATE_FORM], and the reader goes by the form that the bytes are of.
final class SavedState {
  private SavedState() {}

  static void write(EngineState state, Consumer<ByteBuffer> sink) {
    StateOutput out = new StateOutput(sink);
    ByteWriter to = out.next().number(state.memory.capacity());
    to.number(state.now()).number(state.sequence()).number(state.arrivals());
    to.number(state.configVersion()).number(state.settingsVersion());
    TermsBytes.write(to, state.settings());
    SavedScopes scopes = new SavedScopes(state);
    scopes.write(out);
    new SavedPools(state).write(out);
    new SavedAllocations(state).write(out);
    state.alerts.write(out);
    state.conflicts.write(out);
    state.scores.write(out);
    state.checkpoints.write(out);
    state.agenda.write(out);
    state.memory.write(out);
    state.ended.write(out, state.scopes);
    scopes.writeActivity(out);
    out.flush();
  }

  /// An engine of which nothing has happened yet but what was written.
  static Engine read(EventSink sink, Iterator<byte[]> blocks) {
    StateInput in = new StateInput(blocks);
    EngineState state = new EngineState(sink, RequestMemory.capacity(in.next()));
    WaitingRoom waitingRoom = new WaitingRoom(state);
    readHead(in.next(), state);
    SavedScopes scopes = new SavedScopes(state);
    scopes.read(in);
    SavedPools pools = new SavedPools(state);
    pools.read(in);
    new SavedAllocations(state).read(in, waitingRoom);
    pools.share();
    state.alerts.read(in);
    state.conflicts.read(in);
    state.scores.read(in);
    state.checkpoints.read(in);
    state.agenda.read(in);
    state.memory.read(in);
    state.ended.read(in, state);
    if (in.hasMore()) {
      scopes.readActivity(in); // Before form 3 nobody knew.
    }
    in.end();
    return new Engine(state, waitingRoom);
  }

  private static void readHead(ByteReader from, EngineState state) {
    state.goOn(from.number(), from.number(), from.number());
    state.setConfigVersion(from.number());
    long settingsVersion = from.number();
    Settings settings = TermsBytes.settings(from);
    state.setSettings(settings, settingsVersion);
  }
}
