import Compilation
import Diagnostics
import NetworkTypes
import ProfileLanguage

/// Compiles nodes, as many as it takes to know what all of them get.
struct FleetAssembly {
  private let fleet: OpenFleet
  private let compiler: NodeCompiler
  private var classes: NodeClasses
  private(set) var forms: [NodeForm] = []
  /// The number of the form of each node that was taken in, in their order.
  private(set) var formOfNode: [UInt32] = []
  /// What was found for nodes, in the order in which they were compiled.
  private var findingsOfNodes: [Finding] = []
  /// By form, which of these findings are those of the nodes that have it.
  private var findingOfForm: [Int] = []

  /// What was found for a node, and the nodes for which the same holds.
  private struct Finding {
    let bag: DiagnosticBag
    var nodes: FirstNodes
    var count: Int
    let pools: [Int]
  }

  init(_ fleet: OpenFleet, overrides: TargetOverrides) {
    self.fleet = fleet
    compiler = NodeCompiler(fleet, overrides: overrides)
    classes = NodeClasses(fleet)
  }

  /// All findings, each told once.
  var findings: DiagnosticBag {
    var told = FleetFindings(fleet.nodes.names, pools: fleet.fleet.pools)
    for found in findingsOfNodes { told.add(found.bag, of: found.nodes, count: found.count, in: found.pools) }
    return told.told(of: formOfNode.count)
  }

  /// Takes in a node.
  mutating func add(_ node: Int, from documents: inout some DocumentSource) {
    let number = classes.number(of: node)
    if let number, let form = classes.form(of: node, in: number) {
      formOfNode.append(UInt32(form))
      let finding = findingOfForm[form]
      findingsOfNodes[finding].count += 1
      if !findingsOfNodes[finding].bag.diagnostics.isEmpty {
        findingsOfNodes[finding].nodes.add(node, of: fleet.nodes.names)
      }
      return
    }
    var found = DiagnosticBag()
    let compiled = compiler.compile(fleet.tree(for: node), for: node, from: &documents, into: &found)
    findingsOfNodes.append(Finding(bag: found, nodes: FirstNodes(node), count: 1, pools: fleet.poolIndices(of: node)))
    if let number {
      let sample = NodeClass.Sample(
        subnets: fleet.plan.subnets(of: node), compiled: compiled, findings: found, form: forms.count)
      if let (form, learnt) = classes.learn(sample, in: number) {
        forms[form] = learnt
        formOfNode.append(UInt32(form))
        return
      }
    }
    formOfNode.append(UInt32(forms.count))
    forms.append(NodeForm(compiled))
    findingOfForm.append(findingsOfNodes.count - 1)
  }
}
