import CNIModel
import Catalogue
import NetworkTypes

/// The fields that a template names, in branches that no sample comes to as well. Values are known by their types
/// alone, so one walk sees every turn of every loop.
struct FieldCheck {
  private var faults: [TemplateFault] = []
  private var variables: [(name: String, value: TemplateValue)]

  private init(_ data: TemplateValue) { variables = [("$", data)] }

  /// Everything that would make Go stop, in the order of the template.
  static func faults(in nodes: [TemplateNode], for release: Version) -> [TemplateFault] {
    // Any data will do that has something in every list.
    let data = TemplateValue.data(for: PodCIDRs.samples.first ?? PodCIDRs([]), in: release)
    var check = FieldCheck(data)
    check.walk(nodes, at: data)
    return check.faults
  }

  /// Fields that no value of a template has, in pieces that are not put together: whatever a dot stands for, it is the
  /// data, a text, a list or a number.
  static func unknownNames(in pieces: [TemplatePiece], for release: Version) -> [TemplateFault] {
    let data = TemplateValue.data(for: PodCIDRs([]), in: release)
    var faults: [TemplateFault] = []
    for case .action(let tokens, _) in pieces {
      for token in tokens {
        guard case .field(let name) = token.kind else { continue }
        do throws(TemplateFault) {
          _ = try FieldLookup.take(TemplateOperand.Field(name: name, bytes: token.bytes), of: data)
        } catch {
          faults.append(error)
        }
      }
    }
    return faults
  }

  private mutating func walk(_ nodes: [TemplateNode], at dot: TemplateValue?) {
    for node in nodes {
      switch node {
      case .text: break
      case .output(let operand, _): _ = value(of: operand, at: dot)
      case .condition(let test, let then, let otherwise):
        _ = value(of: test, at: dot)
        walk(then, at: dot)
        walk(otherwise, at: dot)
      case .range(let loop, let body, let otherwise): walk(loop, body, otherwise, at: dot)
      }
    }
  }

  private mutating func walk(
    _ loop: TemplateLoop, _ body: [TemplateNode], _ otherwise: [TemplateNode], at dot: TemplateValue?
  ) {
    let list = value(of: loop.list, at: dot)
    var element: TemplateValue?
    switch list {
    case .list(let elements): element = .string(elements.first ?? "")
    case let other?: faults.append(FieldLookup.noList(other, loop.list))
    case nil: break
    }
    let known = variables.count
    if let index = loop.index { variables.append((index, .integer(0))) }
    if let name = loop.element, let element { variables.append((name, element)) }
    walk(body, at: element)
    walk(otherwise, at: dot)
    variables.removeSubrange(known...)
  }

  /// What an operand comes to; `nil` where that is not known, because something was wrong with it.
  private mutating func value(of operand: TemplateOperand, at dot: TemplateValue?) -> TemplateValue? {
    var value = dot
    if case .variable(let name) = operand.base { value = variables.last { $0.name == name }?.value }
    for field in operand.fields {
      guard let known = value else { return nil }
      do throws(TemplateFault) {
        value = try FieldLookup.take(field, of: known)
      } catch {
        faults.append(error)
        return nil
      }
    }
    return value
  }
}
