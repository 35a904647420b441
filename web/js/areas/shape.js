/**
 * Areas as people edit them: polygons of rings of corners, without the first corner again at the end.
 *
 * @typedef {[number, number]} Corner longitude, latitude
 * @typedef {Corner[][][]} Shape a polygon's first ring is its border, the others are holes
 * @typedef {{polygon: number, ring: number, corner: number}} At which corner
 * @typedef {{x: number, y: number}} Pixel
 */

/** The fewest corners of a ring. */
export const FEWEST = 3;

/** @param {any} geometry GeoJSON Polygon or MultiPolygon @returns {Shape} */
export function ofGeometry(geometry) {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return polygons.map((/** @type {number[][][]} */ rings) => rings.map((ring) => open(ring)));
}

/** @param {Shape} shape @returns {{type: string, coordinates: any}} GeoJSON */
export function toGeometry(shape) {
  const polygons = shape.map((rings) => rings.map((ring) => [...ring, ring[0]]));
  return polygons.length === 1 ? { type: 'Polygon', coordinates: polygons[0] } : { type: 'MultiPolygon', coordinates: polygons };
}

/** A ring without its first corner at the end, and without heights. @param {number[][]} ring @returns {Corner[]} */
export function open(ring) {
  const corners = ring.map(([lon, lat]) => /** @type {Corner} */ ([lon, lat]));
  const last = corners[corners.length - 1];
  return corners.length > 1 && last[0] === corners[0][0] && last[1] === corners[0][1] ? corners.slice(0, -1) : corners;
}

/** Every corner in order. @param {Shape} shape @returns {{at: At, place: Corner}[]} */
export function cornersOf(shape) {
  return shape.flatMap((rings, polygon) => rings.flatMap((corners, ring) =>
    corners.map((place, corner) => ({ at: { polygon, ring, corner }, place }))));
}

/** West, south, east, north. @param {Shape} shape @returns {[number, number, number, number]} */
export function boxOf(shape) {
  const places = cornersOf(shape).map(({ place }) => place);
  const lons = places.map(([lon]) => lon);
  const lats = places.map(([, lat]) => lat);
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}

/** @param {Shape} shape @param {At} at @param {Corner} place @returns {Shape} */
export function moved(shape, at, place) {
  return withRing(shape, at, (ring) => ring.map((corner, i) => (i === at.corner ? place : corner)));
}

/** With one more corner after another. @param {Shape} shape @param {At} at @param {Corner} place @returns {Shape} */
export function inserted(shape, at, place) {
  return withRing(shape, at, (ring) => [...ring.slice(0, at.corner + 1), place, ...ring.slice(at.corner + 1)]);
}

/**
 * Without a corner. A hole or an island of which fewer than three would stay goes with it; the last border stays as it is.
 *
 * @param {Shape} shape @param {At} at @returns {Shape}
 */
export function removed(shape, at) {
  if (shape[at.polygon][at.ring].length > FEWEST) return withRing(shape, at, (ring) => ring.filter((_, i) => i !== at.corner));
  if (at.ring > 0) return shape.map((rings, i) => (i === at.polygon ? rings.filter((_, j) => j !== at.ring) : rings));
  return shape.length > 1 ? shape.filter((_, i) => i !== at.polygon) : shape;
}

/** The middle between a corner and the next. @param {Shape} shape @param {At} at @returns {Corner} */
export function middleAfter(shape, at) {
  const ring = shape[at.polygon][at.ring];
  const [one, next] = [ring[at.corner], ring[(at.corner + 1) % ring.length]];
  return [(one[0] + next[0]) / 2, (one[1] + next[1]) / 2];
}

/**
 * The edge that is nearest to a pixel: the corner it begins at, and how far away it is.
 *
 * @param {Shape} shape
 * @param {Pixel} pixel
 * @param {(place: Corner) => Pixel} project
 * @returns {{at: At, pixels: number} | null}
 */
export function nearestEdge(shape, pixel, project) {
  /** @type {{at: At, pixels: number} | null} */
  let nearest = null;
  for (const { at, place } of cornersOf(shape)) {
    const ring = shape[at.polygon][at.ring];
    const pixels = toSegment(pixel, project(place), project(ring[(at.corner + 1) % ring.length]));
    if (!nearest || pixels < nearest.pixels) nearest = { at, pixels };
  }
  return nearest;
}

/** @param {Shape} shape @param {At} at @param {(ring: Corner[]) => Corner[]} change @returns {Shape} */
function withRing(shape, at, change) {
  return shape.map((rings, i) => (i === at.polygon ? rings.map((ring, j) => (j === at.ring ? change(ring) : ring)) : rings));
}

/** How far a pixel is from a segment. @param {Pixel} pixel @param {Pixel} from @param {Pixel} to */
function toSegment(pixel, from, to) {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((pixel.x - from.x) * dx + (pixel.y - from.y) * dy) / length));
  return Math.hypot(pixel.x - from.x - along * dx, pixel.y - from.y - along * dy);
}
