extension Point {
    func moved(_ x: Double, _ y: Double) -> Point { Point(x: self.x + x, y: self.y + y) }
}

extension GlyphRun {
    func moved(_ x: Double, _ y: Double) -> GlyphRun {
        var result = self
        for index in glyphs.indices {
            result.glyphs[index].x += x
            result.glyphs[index].y += y
        }
        return result
    }
}

extension Shape {
    func moved(_ x: Double, _ y: Double) -> Shape {
        var result = self
        result.segments = segments.map { segment in
            switch segment {
            case .move(let point): .move(point.moved(x, y))
            case .line(let point): .line(point.moved(x, y))
            case .curve(let a, let b, let end): .curve(a.moved(x, y), b.moved(x, y), end.moved(x, y))
            case .close: .close
            }
        }
        return result
    }
}

extension PageItem.Content {
    func moved(_ x: Double, _ y: Double) -> PageItem.Content {
        switch self {
        case .glyphs(let run): return .glyphs(run.moved(x, y))
        case .rule(let rule):
            return .rule(Rule(from: rule.from.moved(x, y), to: rule.to.moved(x, y), width: rule.width))
        case .shape(let shape): return .shape(shape.moved(x, y))
        case .image(var image):
            image.frame.x += x
            image.frame.y += y
            return .image(image)
        }
    }
}
