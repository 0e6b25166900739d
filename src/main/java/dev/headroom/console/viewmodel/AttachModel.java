package dev.headroom.console.viewmodel;

import dev.headroom.client.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The way to an instance behind a server: the form of a connection, and how far each step came.
/// For the UI thread only.
public final class AttachModel {
  /// What is typed and can be in the way.
  public enum Culprit {
    ADDRESS,
    TOKEN,
    AUTHORITY
  }

  private final StartModel start;
  private final Places places;
  private AttachForm form = new AttachForm();
  private List<Finding> findings = List.of();
  private boolean shown;
  private boolean trial;
  private boolean tried;

  AttachModel(StartModel start, Places places) {
    this.start = start;
    this.places = places;
  }

  /// Shows an empty form.
  public void begin() {
    show(new AttachForm());
  }

  /// Shows the form of a connection.
  public void edit(Connection known) {
    show(new AttachForm(known));
  }

  private void show(AttachForm next) {
    form = next;
    findings = List.of();
    tried = false;
    shown = true;
    start.dismiss();
    start.tell();
  }

  /// Shows no form any more.
  public void leave() {
    start.cancel();
    shown = false;
    form = new AttachForm();
    start.dismiss();
    start.tell();
  }

  /// Whether the form is on show.
  public boolean isShown() {
    return shown;
  }

  /// What is typed.
  public AttachForm form() {
    return form;
  }

  /// All steps on the way, in their order.
  public List<AttachStep> steps() {
    boolean busy = start.state() instanceof StartModel.State.Opening;
    List<AttachStep> steps = new ArrayList<>();
    for (Finding.Step step : Finding.Step.values()) {
      int at = steps.size();
      boolean found = at < findings.size();
      steps.add(found ? found(step, findings.get(at)) : open(step, busy && at == findings.size()));
    }
    return steps;
  }

  private static AttachStep found(Finding.Step step, Finding finding) {
    return new AttachStep(
        Findings.name(step),
        Findings.state(finding),
        Findings.text(finding),
        Findings.remedy(finding));
  }

  private static AttachStep open(Finding.Step step, boolean underway) {
    return new AttachStep(
        Findings.name(step),
        underway ? AttachStep.State.UNDERWAY : AttachStep.State.PENDING,
        Wording.text(underway ? "attempt.underway" : "reach.about." + step.name()),
        "");
  }

  /// What most likely has to be typed otherwise, where a step failed.
  public Optional<Culprit> culprit() {
    if (findings.isEmpty() || !(findings.getLast() instanceof Finding.Failed failed)) {
      return Optional.empty();
    }
    return Optional.of(
        switch (failed.step()) {
          case ADDRESS, VERSION, STREAMS -> Culprit.ADDRESS;
          case ENCRYPTION -> Culprit.AUTHORITY;
          case TOKEN -> Culprit.TOKEN;
        });
  }

  /// How much of the way is done, from 0 to 1.
  double share() {
    return (double) findings.size() / Finding.Step.values().length;
  }

  /// Whether all steps were tried, and went well, without attaching.
  public boolean isTried() {
    return tried;
  }

  /// What is wrong with the address; empty where nothing is.
  public String urlProblem() {
    if (form.url().isEmpty()) {
      return Wording.text("attach.url.missing");
    }
    return places.whyNot(server(form.isPlainText())).orElse("");
  }

  /// Whether it must be allowed to send the token unencrypted, or to do without this address.
  public boolean asksForPlainText() {
    return !form.url().isEmpty()
        && places.whyNot(server(false)).isPresent()
        && places.whyNot(server(true)).isEmpty();
  }

  private Connection.Server server(boolean plainText) {
    return new Connection.Server(form.url(), Optional.empty(), plainText);
  }

  /// What is wrong with the file of certificates; empty where nothing is.
  public String authorityProblem() {
    return form.isAuthority() ? "" : Wording.text("start.path.invalid", form.authority());
  }

  /// What is wrong with the name; empty where nothing is.
  public String nameProblem() {
    return form.name().length() > PlaceMark.NAME_MAX
        ? Wording.text("attach.name.long", PlaceMark.NAME_MAX)
        : "";
  }

  /// Why this cannot be tried now; empty where it can.
  public String whyNot() {
    return first(urlProblem(), form.tokenProblem(), nameProblem(), authorityProblem());
  }

  /// Why this cannot be kept as it is; empty where it can.
  public String whyNotSave() {
    String name = form.name().isEmpty() ? Wording.text("attach.name.missing") : nameProblem();
    String token = form.isToken() ? "" : form.tokenProblem();
    return first(urlProblem(), token, name, authorityProblem());
  }

  private static String first(String... problems) {
    return Stream.of(problems).filter(problem -> !problem.isEmpty()).findFirst().orElse("");
  }

  /// Tries every step, and goes no further.
  public void tryOut() {
    go(true);
  }

  /// Tries every step, shows the instance where they go well, and remembers the connection.
  public void attach() {
    go(false);
  }

  private void go(boolean onlyTry) {
    if (whyNot().isEmpty()) {
      open(new Place.Remote(form.connection(), form.token()), onlyTry);
    }
  }

  /// Attaches to an instance that is known; its form comes where that fails.
  public void attach(Connection known) {
    form = new AttachForm(known);
    open(new Place.Remote(known, Optional.empty()), false);
  }

  private void open(Place.Remote place, boolean onlyTry) {
    trial = onlyTry;
    tried = false;
    findings = List.of();
    start.open(place);
  }

  /// Keeps what is typed, without attaching.
  public void save() {
    if (whyNotSave().isEmpty()) {
      start.keep(form.connection(), form.token());
      leave();
    }
  }

  void found(Finding finding) {
    List<Finding> all = new ArrayList<>(findings);
    all.add(finding);
    findings = List.copyOf(all);
  }

  /// Whether what is being opened is only tried.
  boolean isTrial() {
    return trial;
  }

  /// All steps went well.
  void succeeded() {
    tried = trial;
    shown = trial;
  }

  /// It cannot be opened: whoever did not see the form needs it now.
  void failed(Places.Trouble trouble, String detail) {
    shown = true;
    if (trouble == Places.Trouble.NO_TOKEN) {
      form.ask(detail);
    }
  }
}
