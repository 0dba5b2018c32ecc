/// What the commands of typeset mathematics mean to a reader of arithmetic.
enum TypesetCommand: Sendable {
  case token(Token.Kind)
  /// Space, size and style: nothing to read.
  case nothing
  /// The group after it says how to show something, and nothing else.
  case skipsGroup
  /// Words: a label, a unit, a connective, or a function's name.
  case words
  /// A mark over a letter.
  case accent
  /// What follows is an index or bounds of something that is not read.
  case ranged
  case begin, end
  /// Two groups, one over the other, that are some relation.
  case relationOverRelation

  init?(_ name: String) {
    if let command = Self.table[name] {
      self = command
    } else if let function = Names.functions[name] {
      self = .token(.function(function))
    } else if Self.letters.contains(name) {
      self = .token(.name(name == "pi" ? "π" : name == "sigma" ? "σ" : "\\" + name))
    } else {
      return nil
    }
  }

  private static let table: [String: TypesetCommand] = {
    var table: [String: TypesetCommand] = [:]
    func add(_ names: String, _ command: TypesetCommand) {
      for name in names.split(separator: " ") { table[String(name)] = command }
    }
    add("cdot times ast", .token(.times))
    add("div", .token(.divide))
    add("frac tfrac dfrac cfrac", .token(.fraction))
    add("sqrt", .token(.root))
    add("approx simeq cong doteq", .token(.relation(.approximate)))
    add(
      "equiv ne neq le leq leqslant ge geq geqslant lt gt ll gg to rightarrow Rightarrow leftarrow gets Leftarrow implies"
        + " iff Leftrightarrow leftrightarrow mapsto sim propto in notin not longrightarrow Longrightarrow subset"
        + " subseteq therefore because colon mid perp parallel triangleq coloneqq models vdash",
      .token(.relation(.other)))
    add("lbrace lbrack lparen", .token(.open))
    add("rbrace rbrack rparen", .token(.close))
    add("vert lvert rvert", .token(.bar))
    add("Vert lVert rVert langle rangle lfloor rfloor lceil rceil", .token(.opaque(.sign)))
    add("pm mp oplus otimes odot circ star bullet wedge vee cap cup setminus forall exists", .token(.opaque(.sign)))
    add("dots ldots cdots vdots ddots dotsc dotsb", .token(.opaque(.ellipsis)))
    add("infty", .token(.opaque(.undefined)))
    add("mod bmod pmod binom tbinom dbinom", .token(.opaque(.base)))
    add("degree", .token(.degree))
    add("sum prod int iint oint lim limsup liminf bigcup bigcap arg argmax argmin sup inf det", .ranged)
    add("max", .token(.extreme(isGreatest: true)))
    add("min", .token(.extreme(isGreatest: false)))
    add("quad qquad newline cr", .token(.separator))
    add(
      "left right big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr displaystyle textstyle scriptstyle"
        + " limits nolimits mathstrut thinspace medspace thickspace enspace nobreak allowbreak boxed underbrace"
        + " mathbf boldsymbol bm mathit mathsf mathcal mathbb bf rm it underline nonumber notag bigm middle hline",
      .nothing)
    add("color textcolor hspace vspace phantom hphantom vphantom label kern hskip", .skipsGroup)
    add("text textbf textit textrm textsf texttt mathrm operatorname mbox mathtt", .words)
    add("hat bar tilde vec dot ddot widehat widetilde overline check breve", .accent)
    add("tag overbrace cancel bcancel xcancel over choose xrightarrow substack", .token(.opaque(.sign)))
    add("overset stackrel underset", .relationOverRelation)
    add("begin", .begin)
    add("end", .end)
    return table
  }()

  private static let letters: Set<String> = Set(
    ("alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi pi varpi rho sigma"
      + " tau upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega partial nabla"
      + " ell hbar Re Im aleph emptyset varnothing top bot")
      .split(separator: " ").map(String.init))

  /// Surroundings whose rows are formulas of their own.
  static let rowed: Set<String> = [
    "align", "align*", "aligned", "alignedat", "alignat", "alignat*", "gather", "gather*", "gathered", "split", "cases",
    "rcases", "dcases", "equation", "equation*", "eqnarray", "eqnarray*", "multline", "multline*",
  ]
  /// Those that take an argument of their own.
  static let counted: Set<String> = ["alignedat", "alignat", "alignat*"]
}
