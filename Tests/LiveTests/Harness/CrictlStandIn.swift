import Foundation
import TestSupport

/// A `crictl` that can do nothing but `info`, and does that as the real one: it asks a containerd for its status by the
/// CRI, and fills in a template of Go with what it answers. It knows of these templates what plans have in them.
enum CrictlStandIn {
  /// Puts it into a folder, for the containerd of a socket.
  static func install(in scratch: Scratch, folder: String, socket: String) throws {
    try scratch.folder(folder)
    let python = try Tools.program("python3")
    let path = try scratch.file("\(folder)/crictl", "#!\(python)\nSOCKET = \"\(socket)\"\n\(program)\n")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
  }

  private static let program = #"""
    import json, re, sys, grpc

    if sys.argv[1:5] != ["info", "--output", "go-template", "--template"] or len(sys.argv) != 6:
        sys.exit("crictl: " + repr(sys.argv[1:]))

    def fields(data):
        "The fields of a message of Protocol Buffers."
        at = 0
        def number():
            nonlocal at
            value, shift = 0, 0
            while True:
                byte = data[at]
                at += 1
                value |= (byte & 127) << shift
                shift += 7
                if byte < 128:
                    return value
        while at < len(data):
            key = number()
            if key & 7 == 0:
                yield key >> 3, number()
            else:
                size = number()
                yield key >> 3, data[at:at + size]
                at += size

    channel = grpc.insecure_channel("unix://" + SOCKET)
    call = channel.unary_unary(
        "/runtime.v1.RuntimeService/Status",
        request_serializer=lambda message: message, response_deserializer=lambda message: message)
    try:
        answer = call(bytes([0x08, 0x01]), timeout=10)
    except grpc.RpcError as error:
        sys.exit(str(error.details()))
    conditions, known = [], {}
    for field, value in fields(answer):
        if field == 1:
            for _, condition in fields(value):
                parts = dict(fields(condition))
                conditions.append({"type": parts[1].decode(), "status": bool(parts.get(2, 0))})
        elif field == 2:
            entry = dict(fields(value))
            text = entry[2].decode()
            known[entry[1].decode()] = json.loads(text) if text.startswith("{") else text.strip('"')
    known["status"] = {"conditions": conditions}

    def shown(value):
        return str(value).lower() if isinstance(value, bool) else str(value)

    def look(path, dot):
        for name in path.strip(".").split("."):
            dot = dot[name]
        return dot

    def filled(pieces, dot, out):
        "Fills in up to the end of a block; gives what is behind it."
        while pieces:
            kind, text = pieces[0]
            pieces = pieces[1:]
            words = text.split()
            if kind == "text":
                out.append(text)
            elif words[0] == "end":
                return pieces
            elif words[0] == "range":
                rest = filled(pieces, None, [])
                for element in look(words[1], dot) if dot is not None else []:
                    filled(pieces, element, out)
                pieces = rest
            elif words[0] == "if":
                holds = dot is not None and words[1] == "eq" and look(words[2], dot) == json.loads(words[3])
                pieces = filled(pieces, dot if holds else None, out if holds else [])
            elif dot is not None:
                out.append(shown(look(words[0], dot)))
        return pieces

    pieces = [("action" if number % 2 else "text", text)
              for number, text in enumerate(re.split(r"{{(.*?)}}", sys.argv[5])) if text]
    out = []
    filled(pieces, known, out)
    print("".join(out))
    """#
}
