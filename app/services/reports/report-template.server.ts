// How the written report looks on paper, in Typst's language. Words reach it as data and never as markup: what people wrote stays what
// they wrote. Attacker: whoever gives a survey a title that the typesetter would run.

export const reportTemplate = String.raw`#let doc = json(bytes(sys.inputs.document))
#let ink = rgb("#16202C")
#let muted = rgb("#52606F")
#let hair = rgb("#D9DFE6")
#let accent = rgb("#0B5CAD")
// The company's colour is for headings and rules: colours of charts mean something.
#let own = if doc.look == none { ink } else { rgb(doc.look) }
// Unfavourable, neutral, favourable: the order in which the document names them.
#let parts = (rgb("#C65D0E"), rgb("#B8C0CA"), rgb("#0B5CAD"))
#let levels = (rgb("#8C3A00"), rgb("#DE7F33"), rgb("#F5BE8D"), rgb("#F1F1EE"), rgb("#B2D1EA"), rgb("#5F9ED3"), rgb("#0B4A85"))
#let chinese = doc.lang == "zh"
// A sheet that is no report has neither cover nor contents, and no numbers before its headings.
#let sheet = doc.at("sheet", default: none)
#let scale = if sheet == none { 1 } else { sheet.scale }

#set document(title: doc.title, author: doc.author)
#set text(lang: doc.lang, region: doc.region, font: doc.fonts, size: 10pt * scale, fill: ink, number-width: "tabular")
#set page(paper: "a4", margin: (x: 22mm, top: 22mm, bottom: 24mm), footer: context if sheet != none or counter(page).get().first() > 1 {
  set text(8pt, fill: muted)
  grid(columns: (1fr, auto), column-gutter: 6mm, doc.foot, counter(page).display("1 / 1", both: true))
})
#set par(leading: if chinese { 0.9em } else { 0.72em }, spacing: 1.1em)
#set heading(numbering: if sheet == none { "1.1" } else { none })
#show heading: set block(above: if sheet == none { 1.7em } else { 1.3em }, below: if sheet == none { 0.9em } else { 0.7em }, sticky: true)
#show heading: set text(own)
#show heading.where(level: 1): set text(15pt * scale)
#show heading.where(level: 2): set text(12pt * scale)
#show heading.where(level: 3): set text(10.5pt * scale)
#show figure: set block(above: 1.4em, below: 1.4em)
#show figure.where(kind: table): set figure.caption(position: top)
#show figure.where(kind: table): set block(breakable: true)
#show figure.caption: it => align(left, text(9pt, weight: "bold", it))
#show table.cell.where(y: 0): set text(weight: "bold")
#set list(marker: [•], indent: 2mm, spacing: 0.8em)

#let source(words) = align(left, text(8pt, fill: muted, words))
#let numeric(kind) = kind not in ("text", "day")
#let span-of(scale) = scale.at(1) - scale.at(0)
#let part-of(value, scale) = calc.max(0, calc.min(1, (value - scale.at(0)) / span-of(scale)))

// A row of a chart: its name, what is drawn, and the figure in words.
#let plot = 96mm
#let row-of(label, drawn, figure) = (text(9pt, label), box(width: plot, height: 4.2mm, drawn), align(right, text(9pt, figure)))
#let rows-of(rows) = grid(columns: (1fr, plot, auto), column-gutter: 3mm, row-gutter: 1.8mm, align: (left + horizon, left + horizon, right + horizon), ..rows.flatten())

#let ticks(scale) = {
  let (low, high) = scale
  let step = span-of(scale) / 4
  range(5).map(at => low + at * step)
}
#let axis(scale) = row-of([], {
  for tick in ticks(scale) { place(dx: part-of(tick, scale) * plot - 4mm, box(width: 8mm, align(center, text(7pt, fill: muted, str(tick))))) }
}, [])
#let rules(scale) = for tick in ticks(scale) { place(dx: part-of(tick, scale) * plot, line(angle: 90deg, length: 4.2mm + 1.8mm, stroke: 0.4pt + hair)) }

#let intervals(chart) = rows-of(chart.rows.map(row => row-of(row.label, {
  rules(chart.scale)
  let at(value) = part-of(value, chart.scale) * plot
  place(dx: at(row.low), dy: 2.1mm, line(length: at(row.high) - at(row.low), stroke: 1.2pt + rgb("#5F9ED3")))
  place(dx: at(row.value) - 1.1mm, dy: 1mm, circle(radius: 1.1mm, fill: accent, stroke: none))
}, row.figure)) + (axis(chart.scale),))

#let shares(chart) = {
  rows-of(chart.rows.map(row => row-of(row.label, {
    let at = 0mm
    for (index, share) in row.shares.enumerate() {
      let width = share * plot / 100
      let dark = index != 1
      place(dx: at, rect(width: width, height: 4.2mm, fill: parts.at(calc.rem(index, 3)), stroke: none))
      if share >= 8 { place(dx: at, box(width: width, height: 4.2mm, align(center + horizon, text(7.5pt, fill: if dark { white } else { ink }, row.figures.at(index))))) }
      at += width
    }
  }, row.figure)))
  v(1mm)
  align(left, for (index, name) in chart.parts.enumerate() [#box(width: 2.6mm, height: 2.6mm, fill: parts.at(calc.rem(index, 3)), baseline: 0.2mm) #text(8pt, name) #h(4mm)])
}

#let trend(chart) = {
  let wide = 140mm
  let tall = 46mm
  let count = chart.points.len()
  let x(at) = if count == 1 { wide / 2 } else { at * wide / (count - 1) }
  let y(value) = (1 - part-of(value, chart.scale)) * tall
  align(left, pad(left: 10mm, bottom: 6mm, box(width: wide, height: tall, {
    for tick in ticks(chart.scale) {
      place(dy: y(tick), line(length: wide, stroke: 0.4pt + hair))
      place(dx: -10mm, dy: y(tick) - 1.3mm, box(width: 8mm, align(right, text(7pt, fill: muted, str(tick)))))
    }
    if chart.limits != none {
      place(dy: y(chart.limits.upper), rect(width: wide, height: y(chart.limits.lower) - y(chart.limits.upper), fill: rgb("#EEF4FA"), stroke: none))
      place(dy: y(chart.limits.centre), line(length: wide, stroke: (paint: muted, thickness: 0.5pt, dash: "dashed")))
    }
    for at in range(1, count) {
      let (before, now) = (chart.points.at(at - 1), chart.points.at(at))
      if before.value != none and now.value != none and not now.broken { place(line(start: (x(at - 1), y(before.value)), end: (x(at), y(now.value)), stroke: 1.2pt + accent)) }
    }
    for (at, point) in chart.points.enumerate() {
      if point.value != none {
        if point.low != none { place(dx: x(at), dy: y(point.high), line(angle: 90deg, length: y(point.low) - y(point.high), stroke: 0.8pt + rgb("#5F9ED3"))) }
        place(dx: x(at) - 1.1mm, dy: y(point.value) - 1.1mm, circle(radius: 1.1mm, fill: accent, stroke: none))
        place(dx: x(at) + 1.4mm, dy: y(point.value) - 4mm, text(8pt, point.figure))
      }
      place(dx: x(at) - 12mm, dy: tall + 1.5mm, box(width: 24mm, align(center, text(7pt, fill: muted, point.day))))
    }
  })))
}

#let level-of(value, scale) = calc.min(6, calc.floor(part-of(value, scale) * 7))
#let matrix(chart) = {
  let cell(one) = if one == none { table.cell(fill: none, text(fill: muted, [–])) } else {
    let level = level-of(one.value, chart.scale)
    table.cell(fill: levels.at(level), text(fill: if level in (0, 6) { white } else { ink }, one.figure + if one.mark == "up" { " ▲" } else if one.mark == "down" { " ▼" } else { "" }))
  }
  set text(8pt)
  table(columns: (1fr,) + chart.columns.map(_ => auto), stroke: 0.5pt + white, inset: 1.6mm, align: (x, _) => if x == 0 { left + horizon } else { center + horizon },
    table.header([], ..chart.columns.map(name => name)),
    ..chart.rows.map(row => (table.cell(fill: none, pad(left: row.depth * 3mm, row.label)),) + row.cells.map(cell)).flatten())
}

#let charts = (intervals: intervals, shares: shares, trend: trend, matrix: matrix)
#let drawn(chart) = figure(kind: image, supplement: doc.labels.figure, alt: chart.alternative, caption: chart.caption, block(width: 100%, breakable: false, {
  set align(left)
  (charts.at(chart.shape))(chart)
  source(chart.source)
}))

#let tabled(one) = figure(kind: table, supplement: doc.labels.table, caption: one.caption, {
  set text(one.size * 1pt)
  set par(leading: 0.55em, justify: false)
  table(columns: one.widths.map(width => width * 1pt), inset: (x: 2.5pt, y: 1.5mm),
    align: (x, y) => if numeric(one.columns.at(x).kind) { right } else { left } + if y == 0 { bottom } else { top },
    stroke: (_, y) => (bottom: if y == 0 { 0.8pt + ink } else { 0.4pt + hair }),
    table.header(..one.columns.map(column => column.head)),
    // A checksum has no place where it could break.
    ..one.rows.flatten().map(word => if word.len() == 64 and not word.contains(" ") { text(0.8em, word) } else { word }))
  source(one.source)
})

// What is said of it in a word, and a rule at its side where it is not as it was.
#let pointed(point) = block(width: 100%, breakable: false, inset: (left: 3mm, y: 1.2mm), stroke: (left: if point.mark == none { 0.5pt + hair } else { 2.5pt + rgb("#0B5CAD") }), {
  if point.mark != none { text(8pt, weight: "bold", fill: rgb("#0B4A85"), point.mark); h(2mm) }
  if point.says != none { text(8pt, weight: "bold", fill: if point.warns { rgb("#8C3A00") } else { rgb("#1B6B3A") }, point.says); h(2mm) }
  point.text
})

#let blocks(list) = for (at, one) in list.enumerate() {
  // Words about a figure stay on its page.
  if one.kind == "paragraph" { if list.at(at + 1, default: (kind: "none")).kind in ("chart", "table") { block(sticky: true, par(one.text)) } else { par(one.text) } }
  if one.kind == "list" { std.list(..one.items) }
  if one.kind == "table" { tabled(one) }
  if one.kind == "chart" { drawn(one) }
  if one.kind == "strong" { par(text(weight: "bold", one.text)) }
  if one.kind == "columns" { grid(columns: one.columns.map(_ => 1fr), column-gutter: 8mm, ..one.columns.map(column => { heading(level: 3, column.heading); std.list(..column.items) })) }
  if one.kind == "room" { for _ in range(one.lines) { v(6.6mm); line(length: 100%, stroke: 0.5pt + muted) } }
  if one.kind == "points" { for point in one.items { pointed(point) } }
}
#let section(one, level) = {
  let here = heading(level: level, one.heading) + blocks(one.blocks)
  if one.side { page(flipped: true, here) } else { here }
  for below in one.sections { section(below, level + 1) }
}

#let part(one) = {
  let inside = heading(level: 2, one.heading) + blocks(one.blocks)
  if one.framed { block(width: 100%, breakable: false, stroke: 0.8pt + rgb("#8C3A00"), radius: 1.5mm, inset: (x: 4mm, y: 3mm), inside) } else { inside }
}
#let logo(wide, tall) = image("logo.png", width: calc.min(wide / doc.logo.width, tall / doc.logo.height) * doc.logo.width, alt: doc.logo.alt)

#if sheet != none {
  grid(columns: (1fr, auto), column-gutter: 8mm, align: (left + top, right + top), heading(level: 1, doc.title), if doc.logo != none { logo(42mm, 14mm) })
  if doc.look != none { line(length: 100%, stroke: 2pt + own) }
  for line in sheet.lead { par(text(0.85em, fill: muted, line)) }
  for one in sheet.parts { part(one) }
} else {
  if doc.logo != none { logo(60mm, 20mm) }
  v(if doc.logo == none { 38mm } else { 18mm })
  text(11pt, fill: muted, doc.cover.company)
  v(2mm)
  par(leading: 0.5em, text(28pt, weight: "bold", doc.cover.title))
  v(1mm)
  text(15pt, doc.cover.survey)
  v(1mm)
  text(13pt, fill: muted, doc.cover.about)
  v(1fr)
  line(length: 100%, stroke: if doc.look == none { 0.6pt + hair } else { 2pt + own })
  v(2mm)
  grid(columns: (42mm, 1fr), row-gutter: 2.6mm, ..doc.cover.facts.map(fact => (text(9pt, fill: muted, fact.label), text(9pt, fact.text))).flatten())
  pagebreak()
  outline(title: doc.labels.contents, depth: 2, indent: 5mm)
  v(6mm)
  for one in doc.sections { section(one, 1) }
}
`;
