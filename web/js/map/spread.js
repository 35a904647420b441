/**
 * How far to the right each of some markers stands aside: those at one spot form a row, in which the first stands where it
 * is. Only as many as there can be at one spot: where more crowd, as on a map from afar, the rest stay where they are, since
 * a marker far from its place would mislead more than a hidden one.
 *
 * @param {{x: number, y: number}[]} places on the screen, the most important first
 * @param {number} width of a marker, pixels
 * @param {number} near pixels; places nearer than this, both ways, are at one spot
 * @param {number} most markers in a row
 * @returns {number[]} pixels
 */
export function spread(places, width, near, most) {
  /** @type {{x: number, y: number, size: number}[]} */
  const rows = [];
  return places.map(({ x, y }) => {
    const row = rows.find((one) => Math.abs(one.x - x) < near && Math.abs(one.y - y) < near);
    if (!row) rows.push({ x, y, size: 1 });
    return row && row.size < most ? row.x + width * row.size++ - x : 0;
  });
}
