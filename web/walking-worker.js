// The page of walk mode without a net: it answers for the page's own files and for map tiles that the page has kept, and
// for nothing else. What the service tells of a walk, and the answers, are kept by the page in its database.
/** @type {any} */
const worker = self;
worker.importScripts('/walking-shell.js');
/** @type {{version: string, page: string, files: string[]}} */
const shell = worker.SHELL;
const CACHE = `lykta-vandring-${shell.version}`;
const TILES = 'lykta-vandring-tiles';
const FILES = new Set(shell.files);

worker.addEventListener('install', (/** @type {any} */ event) => {
  // all files of one version or none; past the browser's own cache, which may hold another version
  event.waitUntil(caches.open(CACHE)
    .then((cache) => cache.addAll(shell.files.map((file) => new Request(file, { cache: 'reload' }))))
    .then(() => worker.skipWaiting()));
});

worker.addEventListener('activate', (/** @type {any} */ event) => {
  event.waitUntil(caches.keys()
    .then((names) => Promise.all(names.filter((name) => name.startsWith('lykta-vandring-') && name !== CACHE && name !== TILES).map((name) => caches.delete(name))))
    .then(() => worker.clients.claim()));
});

worker.addEventListener('fetch', (/** @type {any} */ event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== worker.location.origin) return;
  if (event.request.mode === 'navigate') {
    if (/^\/vandring\/[^/]*$/.test(url.pathname)) event.respondWith(kept(CACHE, shell.page, event.request));
  } else if (FILES.has(url.pathname)) {
    event.respondWith(kept(CACHE, url.pathname, event.request));
  } else if (url.pathname.startsWith('/tiles/base/')) {
    event.respondWith(kept(TILES, url.pathname, event.request));
  }
});

/** @param {string} name of the cache @param {string} path @param {Request} request */
async function kept(name, path, request) {
  const cache = await caches.open(name);
  return (await cache.match(path)) ?? fetch(request);
}
