/**
 * How far to the right each of some markers stands aside so that it does not hide an earlier one: no farther than needed,
 * and no farther than as many others as there can be at one spot. Where more of them crowd, as on a map from afar, the
 * rest stay where they are.
 *
 * @param {{x: number, y: number}[]} places on the screen, the most important first
 * @param {number} width of a marker, pixels; it is about as high
 * @param {number} most others at one spot
 * @returns {number[]} pixels
 */
export function spread(places, width, most) {
  /** @type {{x: number, y: number}[]} */
  const taken = [];
  return places.map(({ x, y }) => {
    const near = taken.filter((other) => Math.abs(other.y - y) < width);
    const asides = [0, ...near.map((other) => other.x + width - x)].filter((aside) => aside >= 0 && aside <= most * width);
    const aside = asides.sort((a, b) => a - b).find((one) => near.every((other) => Math.abs(other.x - x - one) >= width)) ?? 0;
    taken.push({ x: x + aside, y });
    return aside;
  });
}
