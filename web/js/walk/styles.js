// The lines of several groups differ in colour and in pattern, so that they can be told apart without colours.

const COLOURS = ['#0b5c73', '#8f3b00', '#5b2a86', '#1d5e2e', '#8a1538'];
const PATTERNS = ['', '14 9', '2 9', '18 8 2 8', '8 6 8 14', '1 6', '24 8', '10 4 2 4', '4 12', '30 6 6 6'];

/** @param {number} group 1 for the first @returns {{color: string, dashArray: string}} */
export function lineStyle(group) {
  return { color: COLOURS[(group - 1) % COLOURS.length] ?? '', dashArray: PATTERNS[(group - 1) % PATTERNS.length] ?? '' };
}

/** A piece of a group's line, hidden from screen readers: the text beside it names the group. @param {number} group */
export function lineSample(group) {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  const line = document.createElementNS(space, 'line');
  const { color, dashArray } = lineStyle(group);
  const attributes = { x1: '2', y1: '7', x2: '62', y2: '7', stroke: color, 'stroke-width': '5', 'stroke-dasharray': dashArray || 'none' };
  for (const [name, value] of Object.entries(attributes)) line.setAttribute(name, value);
  svg.setAttribute('viewBox', '0 0 64 14');
  svg.setAttribute('class', 'line-sample');
  svg.setAttribute('aria-hidden', 'true');
  svg.append(line);
  return svg;
}
