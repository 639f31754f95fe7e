/* <scp-chart>: the chart grammar of SCP Monitor on Chart.js 4.
   The server sends a Chart.js configuration as plain JSON: numbers, texts and what each series is (its role). How a role
   looks is decided here, from the design tokens, so that a change of colour scheme needs no round trip. */
(() => {
const probe = document.createElement('i');
probe.style.display = 'none';
document.documentElement.append(probe);

/* Drawn for the screen in its colour scheme, or for paper: always light, and as fine as a printer. */
let paper = false;
const PAPER_RATIO = 2.5;
const ratioNow = () => paper ? PAPER_RATIO : devicePixelRatio || 1;
const onPaper = draw => { paper = true; try { return draw(); } finally { paper = false; } };

/* A canvas can't read light-dark(): the browser resolves a token on the probe. */
const token = name => { probe.style.colorScheme = paper ? 'light' : ''; probe.style.color = `var(--scp-${name})`; return getComputedStyle(probe).color; };
const family = () => getComputedStyle(document.documentElement).getPropertyValue('--scp-font').trim() || 'sans-serif';
const font = (size, weight = 420) => ({ family: family(), size, weight });

const POINT = { chl: 'circle', mex: 'triangle', col: 'rectRot', per: 'rect', deu: 'cross' };
const identityColor = identity => token(identity in POINT ? `c-${identity}` : 'ink-2');

const hatch = (color, gap = 6) => {
  const ratio = ratioNow(), side = gap * ratio, tile = document.createElement('canvas');
  tile.width = tile.height = side;
  const g = tile.getContext('2d');
  g.globalAlpha = .42;
  g.strokeStyle = color;
  g.lineWidth = ratio;
  g.beginPath();
  for (const shift of [-side / 2, 0, side / 2]) { g.moveTo(shift * 2, side); g.lineTo(shift * 2 + side, 0); }
  g.stroke();
  const pattern = g.createPattern(tile, 'repeat');
  if (ratio !== 1) pattern.setTransform(new DOMMatrix().scale(1 / ratio));
  return pattern;
};

const still = { pointRadius: 0, pointHoverRadius: 0, pointHitRadius: 0 };
const GRAMMAR = {
  'band-low': () => ({ ...still, borderWidth: 0, order: 9 }),
  'band-high': color => ({ ...still, borderWidth: 0, fill: '-1', backgroundColor: hatch(color), order: 9 }),
  projection: color => ({ ...still, borderColor: color, borderWidth: 2, borderDash: [.5, 4.5], borderCapStyle: 'round', order: 5 }),
  path: () => ({ ...still, borderColor: token('target'), borderWidth: 1.5, borderDash: [6, 4], order: 4 }),
  'path-superseded': () => ({ ...still, borderColor: token('axis'), borderWidth: 1, borderDash: [3, 4], order: 7 }),
  comparison: (color, series) => points(color, series, 2, 1.5, 6),
  actual: (color, series, large) => points(color, series, large ? 3.5 : 2.6, 2, 1),
};

/* Solid is final, hollow isn't yet, hatched lacks somebody; the leg to what isn't final is thinner. */
const points = (color, series, radius, width, order) => {
  const fills = series.fills || [], open = fill => fill === 'hollow' || fill === 'hatched', hatched = fills.includes('hatched') && hatch(color, 3);
  return {
    clip: 8, borderColor: color, borderWidth: width, pointBorderColor: color, backgroundColor: color, order,
    pointBackgroundColor: fills.map(fill => fill === 'hatched' ? hatched : fill === 'hollow' ? token('surface') : color),
    pointBorderWidth: fills.map(fill => open(fill) ? 2 : 1),
    pointRadius: fills.map(fill => fill === 'hatched' ? radius + 2 : fill === 'hollow' ? radius + 1.2 : radius),
    pointHoverRadius: radius + 3, pointHitRadius: 12,
    segment: { borderWidth: leg => open(fills[leg.p1DataIndex]) ? Math.min(width, 1.5) : undefined },
  };
};

const diamond = (c, x, y, r) => { c.beginPath(); c.moveTo(x, y - r); c.lineTo(x + r, y); c.lineTo(x, y + r); c.lineTo(x - r, y); c.closePath(); };
const MARK = {
  base: (c, x, y) => { c.fillStyle = token('surface'); c.lineWidth = 2; c.fillRect(x - 4, y - 4, 8, 8); c.strokeRect(x - 4, y - 4, 8, 8); },
  target: (c, x, y, large) => { diamond(c, x, y, large ? 7 : 5.5); c.fill(); },
  superseded: (c, x, y, large) => { c.fillStyle = token('surface'); c.strokeStyle = token('line-strong'); c.lineWidth = 1.5; diamond(c, x, y, large ? 6 : 5); c.fill(); c.stroke(); },
  milestone: (c, x, y, large) => { c.fillStyle = token('surface'); c.lineWidth = 1.5; diamond(c, x, y, large ? 5 : 4); c.fill(); c.stroke(); },
  expected: (c, x, y) => { c.lineWidth = 2; c.beginPath(); c.moveTo(x - 6, y); c.lineTo(x + 6, y); c.stroke(); },
  event: (c, x, y, large, area) => { c.strokeStyle = token('axis'); c.setLineDash([2, 3]); c.beginPath(); c.moveTo(x, area.top); c.lineTo(x, area.bottom); c.stroke(); c.setLineDash([]); },
  whisker: (c, x, y, large, area, y2) => { c.lineWidth = 1.25; c.beginPath(); c.moveTo(x, y); c.lineTo(x, y2); for (const end of [y, y2]) { c.moveTo(x - 3.5, end); c.lineTo(x + 3.5, end); } c.stroke(); },
  estimate: (c, x, y, large, area, y2) => { const w = large ? 10 : 6, from = Math.min(y, y2), h = Math.abs(y2 - y); c.fillStyle = hatch(c.strokeStyle); c.fillRect(x - w / 2, from, w, h); c.setLineDash([2, 2]); c.strokeRect(x - w / 2, from, w, h); c.setLineDash([]); },
  undated: (c, x, y, large, area) => { c.lineWidth = 2; for (const from of [area.left + 2, area.left + 12]) { c.beginPath(); c.moveTo(from, y); c.lineTo(from + 6, y); c.stroke(); } },
  text: () => {},
  end: () => {},
};
/* What spans from a value to another: drawn in the country's colour, and no label has to make way for it. */
const SPANS = ['whisker', 'estimate'];

/* Direct labels: each takes the place around its mark where it covers least. */
const SIDES = { below: [0, 1], above: [0, -1], right: [1, 0], left: [-1, 0], belowleft: [-1, 1], belowright: [1, 1], aboveleft: [-1, -1], aboveright: [1, -1] };
const boxAt = (x, y, [dx, dy], w, h, gap) => ({ x: x + dx * gap + (dx - 1) * w / 2, y: y + dy * gap + (dy - 1) * h / 2, w, h });
const overlap = (a, b) => Math.max(0, Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x)) * Math.max(0, Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y));
/* With the room that keeps two texts apart, and a text from a line. */
const around = (a, dx, dy) => ({ x: a.x - dx, y: a.y - dy, w: a.w + 2 * dx, h: a.h + 2 * dy });
/* The sides that are asked for, in their order, a little further off too, what bears the line's colour the furthest; then the others, where all of those are taken. */
const places = (sides, gap, offs) => [...sides, ...Object.keys(SIDES).filter(side => !sides.includes(side))]
  .flatMap((side, i) => offs.map(off => ({ side, gap: gap + off, cost: i * 2 + off * 2 + (sides.includes(side) ? 0 : 30) })));
const outside = (a, area) => Math.max(0, area.left - a.x) + Math.max(0, a.x + a.w - area.right) + Math.max(0, area.top - a.y) + Math.max(0, a.y + a.h - area.bottom);

const inked = chart => {
  const spots = [];
  chart.data.datasets.forEach((series, i) => {
    if (series.role.startsWith('band')) return;
    const points = chart.getDatasetMeta(i).data;
    points.forEach((p, j) => {
      if (p.skip || Number.isNaN(p.y)) return;
      if (series.role === 'actual') spots.push({ x: p.x - 4, y: p.y - 4, w: 8, h: 8 });
      const q = points[j + 1];
      if (!q || q.skip || Number.isNaN(q.y)) return;
      const steps = Math.max(1, Math.round(Math.hypot(q.x - p.x, q.y - p.y) / 6));
      for (let k = 1; k < steps; k++) spots.push({ x: p.x + (q.x - p.x) * k / steps - 1.5, y: p.y + (q.y - p.y) * k / steps - 1.5, w: 3, h: 3 });
    });
  });
  return spots;
};

const write = (c, lines, box, size, weight, color) => {
  const f = font(size, weight), step = size * 1.28;
  c.font = `${weight} ${size}px ${f.family}`;
  c.textAlign = 'center';
  c.textBaseline = 'middle';
  c.lineJoin = 'round';
  c.lineWidth = 4;
  c.strokeStyle = token('surface');
  lines.forEach((line, i) => {
    const x = box.x + box.w / 2, y = box.y + step * (i + .5);
    c.strokeText(line, x, y);
    c.fillStyle = i ? token('ink-2') : color;
    c.fillText(line, x, y);
  });
};

/* The names of several lines stand in a column behind their ends, as near to them as they can without touching. */
const END = { size: 12, weight: 640, step: 16, gap: 12 };
const endWidth = list => {
  const c = document.createElement('canvas').getContext('2d');
  c.font = `${END.weight} ${END.size}px ${family()}`;
  return Math.max(0, ...list.filter(mark => mark.kind === 'end').map(mark => c.measureText(mark.text[0]).width + END.gap + 4));
};
const writeEnds = (c, area, ends) => {
  ends.sort((one, other) => one.py - other.py);
  const places = ends.map(mark => mark.py), last = places.length - 1;
  for (let i = 1; i <= last; i++) places[i] = Math.max(places[i], places[i - 1] + END.step);
  if (last >= 0) places[last] = Math.min(places[last], area.bottom - 2);
  for (let i = last - 1; i >= 0; i--) places[i] = Math.min(places[i], places[i + 1] - END.step);
  c.font = `${END.weight} ${END.size}px ${family()}`;
  c.textAlign = 'left';
  c.textBaseline = 'middle';
  ends.forEach((mark, i) => {
    c.strokeStyle = c.fillStyle = identityColor(mark.identity);
    c.lineWidth = .75;
    c.beginPath();
    c.moveTo(mark.px + 7, mark.py);
    c.lineTo(area.right + 2, mark.py);
    c.lineTo(area.right + END.gap - 3, places[i]);
    c.stroke();
    c.fillText(mark.text[0], area.right + END.gap, places[i]);
  });
};

const marks = {
  id: 'scp',
  afterDatasetsDraw(chart, _, options) {
    const { ctx: c, chartArea: area, scales: { x, y } } = chart, large = options.large, taken = [], spots = inked(chart);
    const field = { left: area.left, right: chart.width, top: 0, bottom: area.bottom };
    c.save();
    const placed = (options.marks || []).map(mark => ({ ...mark, px: mark.kind === 'undated' ? area.left + 10 : x.getPixelForValue(mark.x), py: mark.y == null ? area.top + 8 : y.getPixelForValue(mark.y), py2: mark.upTo == null ? null : y.getPixelForValue(mark.upTo) }));
    for (const mark of placed) {
      c.setLineDash([]);
      c.lineWidth = 1;
      c.strokeStyle = c.fillStyle = SPANS.includes(mark.kind) ? identityColor(mark.identity) : token('ink');
      MARK[mark.kind](c, mark.px, mark.py, large, area, mark.py2);
      if (mark.kind !== 'text' && mark.kind !== 'end' && mark.kind !== 'event' && !SPANS.includes(mark.kind)) taken.push({ x: mark.px - 7, y: mark.py - 7, w: 14, h: 14 });
    }
    for (const mark of placed) {
      if (!mark.text?.length || mark.kind === 'end') continue;
      const size = 12, weight = mark.weight || 540;
      c.font = `${weight} ${size}px ${family()}`;
      const w = Math.max(...mark.text.map(line => c.measureText(line).width)), h = mark.text.length * size * 1.28;
      let best = null;
      for (const { side, gap, cost: worth } of places(mark.sides, large ? 11 : 9, mark.identity ? [0, 9, 20] : [0, 9])) {
        const box = boxAt(mark.px, mark.py, SIDES[side], w, h, gap), near = around(box, 5, 2), close = around(box, 2, 1);
        const cost = worth + outside(box, field) * 60 + taken.reduce((sum, other) => sum + overlap(near, other), 0) * 3 + spots.reduce((sum, spot) => sum + overlap(close, spot), 0) * 2;
        if (!best || cost < best.cost) best = { box, cost };
      }
      taken.push(best.box);
      write(c, mark.text, best.box, size, weight, mark.identity ? identityColor(mark.identity) : token('ink'));
    }
    writeEnds(c, area, placed.filter(mark => mark.kind === 'end'));
    c.restore();
  },
};

const narrow = width => width < 480;
/* As many labels, evenly, as stand beside each other without touching. */
const legible = (ticks, width) => {
  const each = Math.max(...ticks.map(tick => tick.label.length), 0) * 7 + 8, step = Math.max(1, Math.ceil(ticks.length * each / Math.max(1, width - 56)));
  return ticks.filter((_, i) => i % step === 0);
};
const dress = (json, element, width = element.clientWidth) => {
  const config = JSON.parse(json), { options } = config, own = options.plugins.scp;
  for (const series of config.data.datasets) {
    Object.assign(series, { spanGaps: false, showLine: true, pointStyle: POINT[series.identity] || 'circle' }, GRAMMAR[series.role](identityColor(series.identity), series, own.large));
  }
  const ticks = (axis, list, padding) => {
    axis.afterBuildTicks = scale => { scale.ticks = list.map(tick => ({ value: tick.value })); };
    const labels = new Map(list.map(tick => [tick.value, tick.label]));
    axis.ticks = { color: token('ink-3'), font: font(12), padding, maxRotation: 0, autoSkip: false, callback: value => labels.get(value) ?? '' };
  };
  const behind = endWidth(own.marks || []), right = Math.min(behind, width * .4);
  ticks(options.scales.x, legible(own.xTicks, width - right), 4);
  ticks(options.scales.y, own.yTicks, 6);
  Object.assign(options.scales.x, { type: 'linear', border: { color: token('axis') }, grid: { display: false } });
  Object.assign(options.scales.y, { type: 'linear', border: { display: false }, grid: { color: token('grid'), drawTicks: false } });
  const several = config.data.datasets.filter(series => series.tips).length > 1;
  if (behind) options.layout.padding.right = right;
  options.interaction = { mode: 'nearest', axis: several ? 'xy' : 'x', intersect: false };
  options.plugins.legend = { display: false };
  options.plugins.tooltip = { enabled: false, external: ({ tooltip }) => element.tell?.(tooltip), filter: item => item.dataset.tips?.[item.dataIndex] != null };
  options.onClick = (event, _, chart) => {
    const hit = chart.getElementsAtEventForMode(event.native, 'nearest', { intersect: true }, false).find(e => chart.data.datasets[e.datasetIndex].keys?.[e.index]);
    if (hit) element.pointed(chart.data.datasets[hit.datasetIndex].keys[hit.index]);
  };
  options.onHover = (event, hits, chart) => { chart.canvas.style.cursor = hits.some(e => chart.data.datasets[e.datasetIndex].keys?.[e.index]) ? 'pointer' : ''; };
  return config;
};

/* The chart by itself: on white, with its title and unit above and below it what it rests on, 25 cm wide at 300 dpi. */
const PAPER = { width: 1180, height: 640, margin: 36 };
const wrapped = (c, text, width) => text.split('\n').flatMap(paragraph => {
  const lines = [''];
  for (const word of paragraph.split(' ')) {
    const longer = lines.at(-1) ? `${lines.at(-1)} ${word}` : word;
    if (lines.at(-1) && c.measureText(longer).width > width) lines.push(word); else lines[lines.length - 1] = longer;
  }
  return lines;
});
const image = (element, json, { title, unit, source }) => onPaper(() => {
  const { width, height, margin } = PAPER, inner = width - 2 * margin;
  const sheet = document.createElement('canvas'), c = sheet.getContext('2d');
  const blocks = [[title, 22, 640, 'ink'], [unit, 14, 420, 'ink-2'], null, [source, 13, 420, 'ink-2']].map(block => {
    if (!block) return { drawing: true, height: height + 16 };
    const [text, size, weight, color] = block;
    c.font = `${weight} ${size}px ${family()}`;
    const lines = text ? wrapped(c, text, inner) : [];
    return { lines, size, weight, color, height: lines.length * size * 1.4 + (lines.length ? 4 : 0) };
  });
  sheet.width = width * PAPER_RATIO;
  sheet.height = (blocks.reduce((sum, block) => sum + block.height, 0) + 2 * margin) * PAPER_RATIO;
  c.scale(PAPER_RATIO, PAPER_RATIO);
  c.fillStyle = '#fff';
  c.fillRect(0, 0, sheet.width, sheet.height);
  c.textBaseline = 'top';
  let top = margin;
  for (const block of blocks) {
    if (block.drawing) {
      const canvas = Object.assign(document.createElement('canvas'), { width: inner, height });
      canvas.style.width = `${inner}px`;
      canvas.style.height = `${height}px`;
      const config = dress(json, element, inner);
      Object.assign(config.options, { responsive: false, events: [], devicePixelRatio: PAPER_RATIO });
      const chart = new Chart(canvas, { ...config, plugins: [marks] });
      chart.draw();
      c.drawImage(canvas, margin, top + 8, inner, height);
      chart.destroy();
    } else {
      c.font = `${block.weight} ${block.size}px ${family()}`;
      c.fillStyle = token(block.color);
      block.lines.forEach((line, i) => c.fillText(line, margin, top + i * block.size * 1.4));
    }
    top += block.height;
  }
  return sheet;
});

/* Nothing here moves by itself, so that nobody has to ask for less motion. */
class ScpChart extends HTMLElement {
  #canvas; #live; #tip; #chart; #json; #watch; #size; #look; #scheme = matchMedia('(prefers-color-scheme: dark)');
  #redraw = () => this.#draw();
  #resized = () => { if (this.#look !== this.#looks()) this.#draw(); };
  #print = event => { paper = event.type === 'beforeprint'; this.#draw(); };

  connectedCallback() {
    if (!this.#canvas) {
      this.#canvas = this.appendChild(Object.assign(document.createElement('canvas'), { tabIndex: 0 }));
      this.#canvas.setAttribute('role', 'img');
      this.#canvas.addEventListener('keydown', event => this.#key(event));
      this.#canvas.addEventListener('blur', () => this.#leave());
      this.#tip = this.appendChild(Object.assign(document.createElement('div'), { className: 'chart-tip', hidden: true }));
      this.#tip.setAttribute('aria-hidden', 'true');
      this.#live = this.appendChild(Object.assign(document.createElement('p'), { className: 'vh', ariaLive: 'polite' }));
    }
    this.#watch = new MutationObserver(this.#redraw);
    this.#watch.observe(document.documentElement, { attributes: true, attributeFilter: ['style', 'theme'] });
    this.#size = new ResizeObserver(this.#resized);
    this.#size.observe(this);
    this.#scheme.addEventListener('change', this.#redraw);
    document.fonts.addEventListener('loadingdone', this.#redraw);
    for (const name of ['beforeprint', 'afterprint']) addEventListener(name, this.#print);
    this.#draw();
  }

  disconnectedCallback() {
    this.#watch.disconnect();
    this.#size.disconnect();
    this.#scheme.removeEventListener('change', this.#redraw);
    document.fonts.removeEventListener('loadingdone', this.#redraw);
    for (const name of ['beforeprint', 'afterprint']) removeEventListener(name, this.#print);
    this.#chart?.destroy();
    this.#chart = undefined;
  }

  get config() { return this.#json; }
  set config(json) { this.showChart(json); }

  showChart(json) { this.#json = json; this.#draw(); }

  pointed(key) { this.dispatchEvent(new CustomEvent('point-click', { detail: { key }, bubbles: true })); }

  /* Saves the chart as an image in the browser; the server is not asked. */
  saveImage(title, unit, source, fileName) {
    if (!this.#json) return;
    image(this, this.#json, { title, unit, source }).toBlob(blob => {
      const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(blob), download: fileName });
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    }, 'image/png');
  }

  /* What decides more than Chart.js adapts by itself: which years are named, how fine a hatch is. */
  #looks() { return `${narrow(this.clientWidth)} ${Math.floor(this.clientWidth / 80)} ${devicePixelRatio}`; }

  #draw() {
    if (!this.#json || !this.isConnected) return;
    const config = dress(this.#json, this), here = this.#here();
    this.#look = this.#looks();
    config.options.devicePixelRatio = paper ? PAPER_RATIO : undefined;
    this.#canvas.setAttribute('aria-label', config.options.plugins.scp.sentence);
    if (this.#chart) {
      this.#chart.data = config.data;
      this.#chart.options = config.options;
      if (paper || this.#chart.currentDevicePixelRatio !== ratioNow()) this.#chart.resize();
      this.#chart.update('none');
      if (here) this.#activate(this.#find(here));
    } else {
      this.#chart = new Chart(this.#canvas, { ...config, plugins: [marks] });
      performance.mark('scp-chart-drawn');
    }
    this.dataset.drawn = performance.now();
  }

  /* Which point is told of, by what it is rather than by its place, so that it is found again after a change. */
  #here() {
    const [active] = this.#chart?.getActiveElements() || [], series = active && this.#chart.data.datasets[active.datasetIndex];
    return series?.data[active.index] && { series: series.identity + series.role, x: series.data[active.index].x };
  }

  #find({ series, x }) {
    const datasetIndex = this.#chart.data.datasets.findIndex(each => each.identity + each.role === series);
    const index = datasetIndex < 0 ? -1 : this.#chart.data.datasets[datasetIndex].data.findIndex((p, i) => p.x === x && this.#chart.data.datasets[datasetIndex].tips?.[i]);
    return index < 0 ? null : { datasetIndex, index };
  }

  #activate(spot) {
    const active = spot ? [spot] : [];
    this.#chart.setActiveElements(active);
    const point = spot && this.#chart.getDatasetMeta(spot.datasetIndex).data[spot.index];
    this.#chart.tooltip.setActiveElements(active, point ? { x: point.x, y: point.y } : { x: 0, y: 0 });
    this.#chart.update('none');
  }

  #leave() { if (this.#chart?.getActiveElements().length) this.#activate(null); }

  /* What a point says, beside it and inside the window: the canvas would cut it off. */
  tell(tooltip) {
    const item = tooltip.opacity && tooltip.dataPoints?.[0], lines = item && item.dataset.tips?.[item.dataIndex];
    this.#tip.hidden = !lines;
    if (!lines) return;
    this.#tip.replaceChildren(...lines.map((line, i) => Object.assign(document.createElement(i ? 'span' : 'b'), { textContent: line })));
    const { offsetWidth: w, offsetHeight: h } = this.#tip, box = this.getBoundingClientRect(), gap = 12;
    const right = tooltip.caretX + gap + w + box.left < document.documentElement.clientWidth - 8;
    const left = Math.max(8 - box.left, Math.min(right ? tooltip.caretX + gap : tooltip.caretX - gap - w, document.documentElement.clientWidth - 8 - w - box.left));
    const top = Math.max(8 - box.top, Math.min(tooltip.caretY - h / 2, innerHeight - 8 - h - box.top));
    Object.assign(this.#tip.style, { left: `${left}px`, top: `${top}px` });
  }

  /* One tab stop: left and right walk the points, up and down the series; each is spoken, Enter opens where it comes from. */
  #key(event) {
    const sets = this.#chart?.data.datasets ?? [], walked = sets.flatMap((series, i) => series.tips?.some(tip => tip) ? [i] : []);
    if (!walked.length) return;
    const [active] = this.#chart.getActiveElements(), stops = i => sets[i].tips.flatMap((tip, j) => tip ? [j] : []);
    const main = walked.find(i => sets[i].role === 'actual') ?? walked[0];
    const at = active && walked.includes(active.datasetIndex) ? { datasetIndex: active.datasetIndex, index: active.index } : null;
    const spot = at ?? { datasetIndex: main, index: stops(main).at(-1) }, own = stops(spot.datasetIndex), here = own.indexOf(spot.index);
    if (event.key === 'Escape') { if (at) { event.stopPropagation(); this.#leave(); } return; }
    if (event.key === 'Enter') { const key = sets[spot.datasetIndex].keys?.[spot.index]; if (key) { event.preventDefault(); this.pointed(key); } return; }
    const other = step => {
      const next = walked[(walked.indexOf(spot.datasetIndex) + step + walked.length) % walked.length], x = sets[spot.datasetIndex].data[spot.index].x;
      const index = stops(next).reduce((best, j) => Math.abs(sets[next].data[j].x - x) < Math.abs(sets[next].data[best].x - x) ? j : best);
      return { datasetIndex: next, index };
    };
    const along = to => ({ datasetIndex: spot.datasetIndex, index: own[Math.max(0, Math.min(own.length - 1, to))] });
    const ways = {
      ArrowLeft: () => along(at ? here - 1 : here), ArrowRight: () => along(at ? here + 1 : here),
      Home: () => along(0), End: () => along(own.length - 1),
    };
    if (walked.length > 1) Object.assign(ways, { ArrowUp: () => at ? other(-1) : spot, ArrowDown: () => at ? other(1) : spot });
    const to = ways[event.key]?.();
    if (!to) return;
    event.preventDefault();
    this.#activate(to);
    this.#live.textContent = sets[to.datasetIndex].tips[to.index].join('. ');
  }
}
customElements.define('scp-chart', ScpChart);
})();
