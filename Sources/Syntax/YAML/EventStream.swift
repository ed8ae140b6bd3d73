import CLibYAML

/// libyaml's stream of events over a text; it owns the C parser.
struct EventStream: ~Copyable {
  /// One event of a YAML text, with its extent in characters from the start of the text.
  struct Event {
    let content: Content
    let start: Int
    let end: Int
  }

  /// What an event says.
  enum Content {
    case streamStart
    case streamEnd
    case documentStart
    case documentEnd
    case alias(String)
    case scalar(text: String, isPlain: Bool, anchor: String?, tag: String?)
    case sequenceStart(anchor: String?, tag: String?)
    case sequenceEnd
    case mappingStart(anchor: String?, tag: String?)
    case mappingEnd
  }

  /// Where libyaml could not go on.
  struct Failure: Error {
    let problem: String
    /// In characters from the start of the text; `nil` where only a byte offset is known.
    let position: Int?
    let byteOffset: Int
    /// Where the thing began that could not be finished, in characters; `nil` where that is the place itself.
    let beginning: Int?
  }

  private let parser: UnsafeMutablePointer<yaml_parser_t>

  /// Reads from a buffer, which must outlive the stream.
  init(_ text: UnsafeBufferPointer<UInt8>) {
    parser = .allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    yaml_parser_initialize(parser)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, text.baseAddress, text.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deinitialize(count: 1)
    parser.deallocate()
  }

  /// The next event.
  mutating func next() throws(Failure) -> Event {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw failure() }
    defer { yaml_event_delete(&event) }
    return Event(content: content(of: event), start: event.start_mark.index, end: event.end_mark.index)
  }

  private func failure() -> Failure {
    let problem = parser.pointee.problem.map { String(cString: $0) } ?? "the text cannot be read"
    let isReader = parser.pointee.error == YAML_READER_ERROR
    let position = Int(parser.pointee.problem_mark.index)
    let beginning = parser.pointee.context == nil ? position : Int(parser.pointee.context_mark.index)
    return Failure(
      problem: problem, position: isReader ? nil : position, byteOffset: Int(parser.pointee.problem_offset),
      beginning: isReader || beginning == position ? nil : beginning)
  }

  private func content(of event: yaml_event_t) -> Content {
    switch event.type {
    case YAML_STREAM_END_EVENT: return .streamEnd
    case YAML_DOCUMENT_START_EVENT: return .documentStart
    case YAML_DOCUMENT_END_EVENT: return .documentEnd
    case YAML_ALIAS_EVENT: return .alias(text(event.data.alias.anchor) ?? "")
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      return .scalar(
        text: String(decoding: bytes, as: UTF8.self), isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE,
        anchor: text(scalar.anchor), tag: text(scalar.tag))
    case YAML_SEQUENCE_START_EVENT:
      return .sequenceStart(anchor: text(event.data.sequence_start.anchor), tag: text(event.data.sequence_start.tag))
    case YAML_SEQUENCE_END_EVENT: return .sequenceEnd
    case YAML_MAPPING_START_EVENT:
      return .mappingStart(anchor: text(event.data.mapping_start.anchor), tag: text(event.data.mapping_start.tag))
    case YAML_MAPPING_END_EVENT: return .mappingEnd
    default: return .streamStart
    }
  }

  private func text(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    pointer.map { String(cString: $0) }
  }
}
