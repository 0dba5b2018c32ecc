/// The version of the command, as `--version` and the reports name it.
enum Version {
  static let current = "0.1.0"
}
