/// Statements about data, networks, training and loops, and what they read as.
enum NetworkPrograms {
  static let programs: [(String, String)] = [values, data, nets, training, outputs, loops, workings].flatMap { $0 }

  private static let values: [(String, String)] = [
    ("mlp.W1 = [0.15, 0.20; 0.25, 0.30]", "mlp.W1 = [0.15, 0.2; 0.25, 0.3;]"),
    ("mlp.b1 = 0.35", "mlp.b1 = 0.35"),
    ("mlp.δ1 = 0\nmlp.step = 1", "mlp.δ1 = 0.0\nmlp.step = 1.0"),
    ("train_set, test_set = split(iris, 0.8)", "train_set, test_set = (split iris 0.8)"),
    ("a, b,\n  c = f(x)", "a, b, c = (f x)"),
    ("scaled = standardize(train_set)", "scaled = (standardize train_set)"),
    ("scaled_test = standardize(test_set, by=train_set)", "scaled_test = (standardize test_set by=train_set)"),
  ]

  private static let data: [(String, String)] = [
    (
      """
      data xor: x1, x2 -> y            # inputs -> targets, then one row a line
        0, 0 -> 0
        0, 1 -> 1
        1, 0 -> 1   # a comment

        1, 1 -> 0
      show xor
      """,
      """
      data xor: x1, x2 -> y
        0.0, 0.0 -> 0.0
        0.0, 1.0 -> 1.0
        1.0, 0.0 -> 1.0
        1.0, 1.0 -> 0.0
      show xor
      """
    ),
    (
      """
      data flowers: length, width -> species, classes=true
        5.1, -3.5 -> setosa
          -5.9, 1/3 -> "Iris virginica"
        w + 1, (2
          + 3) -> step
      """,
      """
      data flowers: length, width -> species | classes=true
        5.1, (neg 3.5) -> setosa
        (neg 5.9), (/ 1.0 3.0) -> "Iris virginica"
        (+ w 1.0), {(+ 2.0 3.0)} -> step
      """
    ),
    (
      "data d: p0..p2, q -> for, \"by name\"\n\tclasses = false, digits = 3\n\t1, 2, 3, 4 -> 5, 6\n",
      "data d: p0..p2, q -> for, by name | classes=false | digits=3.0\n  1.0, 2.0, 3.0, 4.0 -> 5.0, 6.0"
    ),
    ("data iris from \"data/iris.csv\" -> species", "data iris from \"data/iris.csv\": the others -> species"),
    (
      "data small from \"data/iris.csv\": petal_length, petal_width -> species",
      "data small from \"data/iris.csv\": petal_length, petal_width -> species"
    ),
    (
      "data digits from \"data/digits.csv\": p0..p63 -> label, classes=true",
      "data digits from \"data/digits.csv\": p0..p63 -> label | classes=true"
    ),
    (
      "data mnist from \"images.idx\", \"labels.idx\"\n  -> label\n  classes = true",
      "data mnist from \"images.idx\", \"labels.idx\": the others -> label | classes=true"
    ),
    ("data all from \"x.npy\"", "data all from \"x.npy\": the others -> "),
    ("data all from \"x.csv\", classes=true", "data all from \"x.csv\": the others ->  | classes=true"),
    ("data m = moons(200, noise=0.1)", "data m = (moons 200.0 noise=0.1)"),
    ("m = moons(200, noise=0.1)", "m = (moons 200.0 noise=0.1)"),
    ("data a, b = split(iris, 0.8)", "data a, b = (split iris 0.8)"),
  ]

  private static let nets: [(String, String)] = [
    ("net mlp = 2 -> 4 tanh -> 1 sigmoid", "net mlp = 2.0 -> 4.0 tanh -> 1.0 sigmoid"),
    (
      """
      net deep = 784
        -> 256 relu
        -> dropout(0.2)
        -> batchnorm
        -> 10 softmax
        init = he, seed = 7
      """,
      "net deep = 784.0 -> 256.0 relu -> (dropout 0.2) -> (batchnorm) -> 10.0 softmax | init=he | seed=7.0"
    ),
    ("net t = 2 -> 8 sigmoid * 10 -> 1 sigmoid", "net t = 2.0 -> 8.0 sigmoid times 10.0 -> 1.0 sigmoid"),
    ("net t = n -> h tanh -> (2*h) -> 8 * n", "net t = n -> h tanh -> {(* 2.0 h)} -> 8.0 times n"),
    (
      "net t = xor.size[1] ->\n  4 leaky_relu(0.01)\n  -> 1, init=normal(0.1)",
      "net t = (at (. xor size) 1.0) -> 4.0 (leaky_relu 0.01) -> 1.0 | init=(normal 0.1)"
    ),
    ("net t = 2 -> 4\n  tanh\n  -> 1", "net t = 2.0 -> 4.0 tanh -> 1.0"),
    ("net t = 2 -> h\n  seed = 1", "net t = 2.0 -> h | seed=1.0"),
    ("net t = 2 -> dropout(p=0.2) * 2 -> 2^3", "net t = 2.0 -> (dropout p=0.2) times 2.0 -> (^ 2.0 3.0)"),
  ]

  private static let training: [(String, String)] = [
    (
      "train mlp on xor, loss=bce, optimizer=adam(lr=0.05), epochs=500, batch=4",
      "train mlp on xor | loss=bce | optimizer=(adam lr=0.05) | epochs=500.0 | batch=4.0"
    ),
    (
      """
      train deep on train_set
        loss = cross_entropy
        optimizer = adam(lr=0.001)
        schedule = step(10, 0.5)
        epochs = 30, batch = 32, shuffle = true
        l2 = 0.0001, freeze = [b1, W2]
      """,
      "train deep on train_set | loss=cross_entropy | optimizer=(adam lr=0.001) | schedule=(step 10.0 0.5)"
        + " | epochs=30.0 | batch=32.0 | shuffle=true | l2=0.0001 | freeze=[b1, W2]"
    ),
    (
      "step mlp on sample, loss=half_mse, optimizer=sgd(lr=0.5)",
      "step mlp on sample | loss=half_mse | optimizer=(sgd lr=0.5)"
    ),
    ("train m on standardize(xor, by=xor)\n  epochs = 1", "train m on (standardize xor by=xor) | epochs=1.0"),
    ("gradcheck mlp on xor, loss=bce", "gradcheck: mlp on xor | loss=bce"),
  ]

  private static let outputs: [(String, String)] = [
    ("table mlp", "table mlp"),
    ("table mlp.history, every=100", "table (. mlp history) | every=100.0"),
    ("table predictions mlp on xor", "table predictions: mlp on xor"),
    ("table confusion copy(mlp) on test_set, digits=3", "table confusion: (copy mlp) on test_set | digits=3.0"),
    ("table gradients mlp on xor, loss=bce", "table gradients: mlp on xor | loss=bce"),
    ("table predictions, gradients", "table predictions , gradients"),
    ("table m.loss, accuracy(m, xor) by η", "table (. m loss) , (accuracy m xor) by η"),
    (
      "table m.loss as \"loss\" by η, h, digits=3",
      "table (. m loss) as \"loss\" by η, h | digits=3.0"
    ),
    ("plot m.loss by η as text\n  log = true", "plot lines: (. m loss) by η as text | log=true"),
    (
      "plot a.history, b.history, title=\"SGD and Adam\", log=true",
      "plot lines: (. a history) , (. b history) | title=\"SGD and Adam\" | log=true"
    ),
    (
      "plot relu(x), tanh(x) as \"tanh\" for x in -4..4, width=60",
      "plot lines: (relu x) , (tanh x) as \"tanh\" for x from (neg 4.0) through 4.0 | width=60.0"
    ),
    ("plot boundary mlp on m, style=blocks", "plot boundary: mlp on m | style=blocks"),
    ("plot scatter m", "plot scatter: m"),
    ("plot histogram mlp.W1\n  height = 10", "plot histogram: (. mlp W1) | height=10.0"),
    ("plot heatmap mlp.W1", "plot heatmap: (. mlp W1)"),
    ("plot bars softmax([2, 1, 0.1])", "plot bars: (softmax [2.0, 1.0, 0.1])"),
    ("plot bars [1, 2]\nplot bars -x", "plot bars: [1.0, 2.0]\nplot bars: (neg x)"),
    ("plot bars\nplot bars - x\nplot scatter(x)", "plot lines: bars\nplot lines: (- bars x)\nplot lines: (scatter x)"),
    ("draw mlp", "draw mlp"),
    ("draw mlp as text, weights=true", "draw mlp as text | weights=true"),
  ]

  private static let loops: [(String, String)] = [
    (
      """
      for η in [0.01, 0.1, 1]
        net m = 2 -> 3 tanh -> 1 sigmoid
        train m on xor, loss=bce, optimizer=sgd(lr=η), epochs=300
        collect m, accuracy(m, xor)            # keeps these values, once for each η
      plot m.history by η
      """,
      """
      for η in [0.01, 0.1, 1.0]
        net m = 2.0 -> 3.0 tanh -> 1.0 sigmoid
        train m on xor | loss=bce | optimizer=(sgd lr=η) | epochs=300.0
        collect m , (accuracy m xor)
      plot lines: (. m history) by η
      """
    ),
    ("for k in 1..10\n  w = w - η * f'(w)", "for k from 1.0 through 10.0\n  w = (- w (* η (f' w)))"),
    (
      "for k in a+1..2*b, step=0.5\n\tx = k\n\ty = k",
      "for k from (+ a 1.0) through (* 2.0 b) step 0.5\n  x = k\n  y = k"
    ),
    ("for f in [tanh, relu]\n  show f(1)", "for f in [tanh, relu]\n  show (f 1.0)"),
    (
      "for o in [\n  sgd(lr=0.1),\n  adam(lr=0.01)\n]\n  show 1",
      "for o in [(sgd lr=0.1), (adam lr=0.01)]\n  show 1.0"
    ),
    ("for r in range(0, 1, step=0.1)\n  show r", "for r in entries of (range 0.0 1.0 step=0.1)\n  show r"),
    (
      """
      for a in 1..2
        for b in [1]
          for c in x
            collect a + b
              + c
          show b
        data d: x -> y
          1 -> a
        set digits = 3
      show a
      """,
      """
      for a from 1.0 through 2.0
        for b in [1.0]
          for c in entries of x
            collect (+ (+ a b) c)
          show b
        data d: x -> y
          1.0 -> a
        set digits 3.0
      show a
      """
    ),
  ]

  private static let workings: [(String, String)] = [
    ("explain mlp", "explain mlp"),
    ("explain mlp as table, only=[w5, w6], layer=2", "explain mlp as table | only=[w5, w6] | layer=2.0"),
    ("explain forward mlp on sample", "explain forward: mlp on sample"),
    (
      "explain forward mlp on [1, 0, 1] as text, digits=9",
      "explain forward: mlp on [1.0, 0.0, 1.0] as text | digits=9.0"
    ),
    ("explain y[1] - t[1], sum((y - t)^2)/2", "explain (- (at y 1.0) (at t 1.0)) , (/ (sum (^ {(- y t)} 2.0)) 2.0)"),
    ("explain forward", "explain forward"),
    (
      "derive x^2 + 2*x*y + y^2 by x",
      "derive by x: (+ (+ (^ x 2.0) (* (* 2.0 x) y)) (^ y 2.0))"
    ),
    (
      "derive (3*x)^2 as \"y\" by x as text, digits=3", "derive by x: (^ {(* 3.0 x)} 2.0) as \"y\" as text | digits=3.0"
    ),
  ]
}
