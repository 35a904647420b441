const FIRST_MS = 3000;
const MOST_TRIES = 6;

/** Asks again until the service has found out how far the places can be trusted: it does so beside the requests. */
export class TrustWait {
  /** @param {() => void} again asks the same question once more, without a sign of waiting */
  constructor(again) {
    this.again = again;
    this.tries = 0;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
  }

  /** A new question. */
  reset() {
    this.tries = 0;
    clearTimeout(this.timer);
  }

  /** @param {import('./model.js').Hotspot[]} hotspots the answer so far, as staff sees it */
  await(hotspots) {
    clearTimeout(this.timer);
    if (this.tries >= MOST_TRIES || hotspots.every((one) => one.trust !== null)) return;
    this.timer = setTimeout(this.again, FIRST_MS * 1.5 ** this.tries++);
  }
}
