extension DataFault {
  func message(_ names: Operands) -> String { "" }
  func help(_ names: Operands) -> [String] { [] }
}
