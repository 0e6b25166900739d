package dev.headroom.console.viewmodel;

import dev.headroom.client.Cancellation;
import dev.headroom.client.Finding;
import dev.headroom.client.RecordingQuery;
import dev.headroom.model.Secret;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/// The choice of what to look at: a sandbox, a folder, a server, a recording. One place is opened
/// at a time, and what is shown meanwhile goes on. For the UI thread only.
public final class StartModel implements AutoCloseable {

  /// How it stands with the choice.
  public sealed interface State {
    /// Nothing was chosen yet.
    record Choosing() implements State {}

    /// A place is being opened.
    ///
    /// @param share from 0 to 1; negative where that is not known
    /// @param text how far it is
    record Opening(Place place, double share, String text) implements State {}

    /// It cannot be opened.
    ///
    /// @param title what happened, in a few words
    /// @param detail what exactly, where, and what to do
    record Unusable(Place place, Places.Trouble trouble, String title, String detail)
        implements State {}
  }

  /// Where a place that was opened goes.
  interface Host {
    /// What is shown now.
    OpenPlace place();

    /// What time it is there.
    Instant now();

    /// Shows another place instead.
    void turnTo(OpenPlace next);
  }

  private final Places places;
  private final Executor ui;
  private final Calls calls;
  private final Host host;
  private final Recollection recollection;
  private final AttachModel attach;
  private Consumer<State> listener = _ -> {};
  private State state = new State.Choosing();
  private Cancellation underway = new Cancellation();

  /// @param ui where answers are delivered
  StartModel(Places places, Recollection recollection, Executor ui, Host host) {
    this.places = places;
    this.recollection = recollection;
    this.ui = ui;
    this.host = host;
    calls = new Calls(ui);
    attach = new AttachModel(this, places);
  }

  /// Who is told when the state turns; the last one to ask.
  public void listen(Consumer<State> told) {
    listener = told;
  }

  public State state() {
    return state;
  }

  /// What a sandbox can play.
  public List<SandboxControl.Scenario> scenarios() {
    return places.scenarios();
  }

  /// Folders that were opened before, the latest first.
  public List<Path> folders() {
    return recollection.all().folders();
  }

  /// Recordings that were opened before, the latest first.
  public List<Path> recentRecordings() {
    return recollection.all().recordings();
  }

  /// The way to an instance behind a server.
  public AttachModel attach() {
    return attach;
  }

  /// Servers that were attached to before, the latest first.
  public List<Connection> connections() {
    return recollection.all().connections();
  }

  /// Opens the folder that somebody wrote down; a leading `~` is the user's home.
  public void openFolder(String text) {
    openPath(text, Places.Trouble.NOT_A_FOLDER, path -> new Place.Folder(path, false));
  }

  /// Which files are recordings, by their names.
  public static String recordings() {
    return "*" + RecordingQuery.EXTENSION;
  }

  /// Opens the recording that somebody wrote down; a leading `~` is the user's home.
  public void openRecording(String text) {
    openPath(text, Places.Trouble.NO_RECORDING, Place.Recording::new);
  }

  private void openPath(String text, Places.Trouble trouble, Function<Path, Place> place) {
    String name = text.strip();
    try {
      String home = System.getProperty("user.home", "");
      Path path =
          Path.of(name.equals("~") || name.startsWith("~/") ? home + name.substring(1) : name);
      open(place.apply(path.toAbsolutePath().normalize()));
    } catch (InvalidPathException invalid) {
      turn(
          new State.Unusable(
              place.apply(Path.of("")),
              trouble,
              Wording.text("start.trouble." + trouble.name()),
              Wording.text("start.path.invalid", name)));
    }
  }

  /// Whether what is shown can be copied, to try things out on: what is simulated need not be.
  public boolean canTryOut() {
    return host.place().sandbox().isEmpty() && host.place().recording().isEmpty();
  }

  /// Makes a copy of what is shown as it is now, in a simulation, and shows that.
  public void tryOut() {
    if (canTryOut()) {
      open(new Place.Copy(host.place(), host.now()));
    }
  }

  /// Opens a place, unless one is being opened. What comes of it is told to the listener.
  public void open(Place place) {
    if (state instanceof State.Opening) {
      return;
    }
    if (place instanceof Place.Folder(Path path, _)
        && shownFolder().filter(path::equals).isPresent()) {
      String title = Wording.text("start.trouble.shown");
      turn(new State.Unusable(place, Places.Trouble.IN_USE, title, path.toString()));
      return;
    }
    var cancellation = new Cancellation();
    underway = cancellation;
    turn(new State.Opening(place, -1, Wording.text("start.opening")));
    calls.ask(
        () -> places.open(place, new Advance(cancellation), cancellation),
        opening -> settle(place, opening));
  }

  /// Opens what could not be opened, now that somebody has confirmed that a new instance shall
  /// begin there.
  public void confirm() {
    if (state instanceof State.Unusable(Place.Folder(Path path, _), var trouble, _, _)
        && trouble.canBeConfirmed()) {
      open(new Place.Folder(path, true));
    }
  }

  /// Ends what is being opened.
  public void cancel() {
    underway.cancel();
  }

  /// Forgets what came of the last choice.
  public void dismiss() {
    if (!(state instanceof State.Opening)) {
      turn(new State.Choosing());
    }
  }

  /// Takes a folder off the list; nothing happens to the folder.
  public void forget(Path folder) {
    recollection.change(all -> all.withoutFolder(folder));
    listener.accept(state);
  }

  /// Takes a recording off the list; nothing happens to the file.
  public void forgetRecording(Path file) {
    recollection.change(all -> all.withoutRecording(file));
    listener.accept(state);
  }

  @Override
  public void close() {
    underway.cancel();
    calls.close();
  }

  /// The folder that is looked at, if it is one.
  private Optional<Path> shownFolder() {
    return host.place().at().stream()
        .flatMap(at -> at instanceof Place.Folder(Path path, _) ? Stream.of(path) : Stream.of())
        .findFirst();
  }

  /// Brings what is heard of opening to the UI thread.
  private final class Advance implements Places.Progress {
    private final Cancellation of;

    Advance(Cancellation of) {
      this.of = of;
    }

    @Override
    public void at(double share, long commands) {
      ui.execute(() -> advance(of, share, commands));
    }

    @Override
    public void found(Finding finding) {
      ui.execute(() -> step(of, finding));
    }
  }

  private void step(Cancellation of, Finding finding) {
    if (of == underway && state instanceof State.Opening(var place, _, _)) {
      attach.found(finding);
      turn(new State.Opening(place, attach.share(), Findings.text(finding)));
    }
  }

  private void advance(Cancellation of, double share, long commands) {
    if (of == underway && state instanceof State.Opening(var place, _, _)) {
      String percent = Figures.whole(Math.round(100 * share));
      String text =
          place instanceof Place.Copy
              ? Wording.text("copy.making", percent)
              : Wording.text("start.recovering", percent, Figures.count(commands));
      turn(new State.Opening(place, share, text));
    }
  }

  private void settle(Place place, Places.Opening opening) {
    switch (opening) {
      case Places.Opening.Opened(OpenPlace open) -> opened(place, open);
      case Places.Opening.Unusable(var trouble, var detail) -> {
        if (place instanceof Place.Remote) {
          attach.failed(trouble, detail);
        }
        turn(
            new State.Unusable(
                place, trouble, Wording.text("start.trouble." + trouble.name()), detail));
      }
      case Places.Opening.Cancelled() -> turn(new State.Choosing());
    }
  }

  private void opened(Place place, OpenPlace open) {
    if (place instanceof Place.Remote(_, var token)) {
      attach.succeeded();
      if (attach.isTrial()) {
        turn(new State.Choosing());
        calls.aside(open.release());
        return;
      }
      open.connection().ifPresent(named -> keep(named, token));
    }
    turn(new State.Choosing());
    if (place instanceof Place.Folder folder) {
      recollection.change(all -> all.withFolder(folder.path()));
    } else if (place instanceof Place.Recording recording) {
      recollection.change(all -> all.withRecording(recording.path()));
    }
    host.turnTo(open);
  }

  /// Remembers a connection, and its token where it says so.
  void keep(Connection connection, Optional<Secret> token) {
    recollection.change(all -> all.withConnection(connection));
    if (!connection.keepsToken()) {
      recollection.keep(() -> places.forgetToken(connection));
    } else if (token.isPresent()) {
      recollection.keep(() -> places.keepToken(connection, token.get()));
    }
  }

  /// Takes a connection off the list, and forgets its token; nothing happens to the instance.
  public void forget(Connection connection) {
    recollection.change(all -> all.withoutConnection(connection));
    recollection.keep(() -> places.forgetToken(connection));
    tell();
  }

  /// Tells that something is to be shown anew.
  void tell() {
    listener.accept(state);
  }

  private void turn(State now) {
    state = now;
    listener.accept(now);
  }
}
