import CNIModel

extension Value {
  /// This value with the places of another one that has the same shape. Where the two differ, places are those of
  /// what holds them.
  func takingPlaces(of model: Value) -> Value { takingPlaces(of: model, outer: model) }

  private func takingPlaces(of model: Value?, outer: Value) -> Value {
    let place = (model ?? outer).range
    let outer = model ?? outer
    switch content {
    case .array(let elements):
      let models = model?.array ?? []
      let placed = elements.enumerated().map { index, element in
        element.takingPlaces(of: index < models.count ? models[index] : nil, outer: outer)
      }
      return Value(.array(placed), at: place)
    case .object(let members):
      let placed = members.map { member in
        let twin = model?.member(member.name)
        return Member(
          member.name, at: twin?.nameRange ?? place, member.value.takingPlaces(of: twin?.value, outer: outer))
      }
      return Value(.object(placed), at: place)
    default: return Value(content, at: place)
    }
  }
}
