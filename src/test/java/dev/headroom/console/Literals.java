package dev.headroom.console;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Modifier;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// What sources say between quotation marks, and which of it asks for a text.
///
/// @param names all words of the sources: names, constants and literals, from which keys can be
///   made
record Literals(List<Said> said, List<Asked> asked, Set<String> names) {

  /// A literal that is neither in an annotation nor the message of an exception.
  ///
  /// @param file where, without its folder
  record Said(String file, String text) {}

  /// A call of `Wording.text` with a key that is written out.
  ///
  /// @param parts with how many parts; nothing where they are handed on as they came
  record Asked(String file, String key, Optional<Integer> parts) {}

  static Literals in(List<Path> files) throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var manager = compiler.getStandardFileManager(null, null, null)) {
      var sources = manager.getJavaFileObjectsFromPaths(files);
      var task = (JavacTask) compiler.getTask(null, manager, null, null, null, sources);
      var all = new Literals(new ArrayList<>(), new ArrayList<>(), new TreeSet<>());
      for (var unit : task.parse()) {
        String file = Path.of(unit.getSourceFile().getName()).getFileName().toString();
        new Reader(all, file).scan(unit.getTypeDecls(), null);
      }
      return all;
    }
  }

  /// Reads one file.
  private static final class Reader extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final Literals all;
    private final String file;

    Reader(Literals all, String file) {
      this.all = all;
      this.file = file;
    }

    @Override
    public @Nullable Void visitAnnotation(AnnotationTree annotation, @Nullable Void unused) {
      return null;
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree made, @Nullable Void unused) {
      return made.getIdentifier().toString().endsWith("Exception")
          ? null
          : super.visitNewClass(made, null);
    }

    @Override
    public @Nullable Void visitLiteral(LiteralTree literal, @Nullable Void unused) {
      if (literal.getValue() instanceof String text) {
        all.said.add(new Said(file, text));
        all.names.add(text);
      }
      return null;
    }

    @Override
    public @Nullable Void visitVariable(VariableTree variable, @Nullable Void unused) {
      if (variable.getModifiers().getFlags().contains(Modifier.STATIC)) {
        all.names.add(variable.getName().toString());
      }
      return super.visitVariable(variable, null);
    }

    @Override
    public @Nullable Void visitCase(CaseTree branch, @Nullable Void unused) {
      branch.getExpressions().forEach(constant -> all.names.add(constant.toString()));
      return super.visitCase(branch, null);
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void unused) {
      if (call.getMethodSelect().toString().equals("Wording.text")) {
        var handedOn = call.getArguments().size() == 2 && isHandedOn(call.getArguments().getLast());
        Optional<Integer> parts =
            handedOn ? Optional.empty() : Optional.of(call.getArguments().size() - 1);
        asked(call.getArguments().getFirst(), parts);
      }
      return super.visitMethodInvocation(call, null);
    }

    private static boolean isHandedOn(ExpressionTree argument) {
      return argument.toString().equals("parts");
    }

    private void asked(ExpressionTree key, Optional<Integer> parts) {
      switch (key) {
        case LiteralTree literal ->
            all.asked.add(new Asked(file, String.valueOf(literal.getValue()), parts));
        case ParenthesizedTree inside -> asked(inside.getExpression(), parts);
        case ConditionalExpressionTree either -> {
          asked(either.getTrueExpression(), parts);
          asked(either.getFalseExpression(), parts);
        }
        default -> {}
      }
    }
  }
}
