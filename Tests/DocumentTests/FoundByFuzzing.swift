/// Texts that once broke a law.
enum FoundByFuzzing {
  static let texts = [
    // An inline value whose `-->` stands in another block.
    "a <!--= b\r\u{8}\n> ~~~nn\n>x\n> ~~~\n> c -->2<!--/-->\n",
    // An orphan that keeps a list and an HTML end tag apart.
    "+   \r\n    <!--\r\n    -->\r\n    <!-- nn:out -->\r\n    <!-- /nn:out 00000000 -->\r\n</pre>\r\n",
    // A byte order mark before a container.
    "\u{FEFF}> ```` nn hide\r\n> ````\r\n",
    "\u{FEFF}<!-- nn:out -->\n<!-- /nn:out 00000000 -->\n",
    // An expression that begins on a lazy line of a quote, once the text before it is on one line.
    ">``-```\n` `<!--=-->\n>2<!--/--><!--=\n>--><!--/-->",
    // A line that is no fence for the backtick in a value's text.
    "```<!--=-->`<!--/-->",
    // Spaces that CommonMark does not count as such.
    "-`nn\n \n\n> ~~~nn\u{B}\u{B}\n> x\n> ~~~\n", "\n```nn\u{C}",
    // Lines within a region that end in CR and in LF.
    "<!-- nn:out\na\r\n> x\r\n\rb\n\n<!-- /nn:out 00000000 -->\n\n> ~~~nn\n>\r\n<!-- nn:out x\n<!-- /nn:out 1\n",
    "```nn\r```\r<!-- nn:out -->\ra\rb\n<!-- /nn:out 00000000 -->\n<!-- nn:out x\n<!-- /nn:out 1\n",
  ]
}
