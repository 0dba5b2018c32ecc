/// placeholder
package enum CommandLineTool {
  package static func main() { print("tally") }
}
