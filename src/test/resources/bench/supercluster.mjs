// Measures supercluster's getTile on the points and tiles that the caller wrote, and answers by one JSON file.
//
//   node --expose-gc supercluster.mjs POINTS TILES ANSWER CAUSES FROM END
//
// POINTS: 32 bytes each, little endian: lon, lat (float64), causes (uint64), minute (int32), main cause (int32).
// TILES: JSON, [[z, x, y], ...]. CAUSES, FROM, END: the filter, a mask and minutes.
import fs from 'node:fs';
import Supercluster from 'supercluster';

const [pointsFile, tilesFile, answerFile, causes, from, end] = process.argv.slice(2);
const RECORD = 32;
const PASSES = 51;
const WARM_MICROS = 4e6;
// As many pixels between clusters as Lykta's cells have on a tile of 256.
const OPTIONS = {radius: 64, extent: 256, minZoom: 0, maxZoom: 16};

const tiles = JSON.parse(fs.readFileSync(tilesFile, 'utf8'));

// A file may be larger than what can be read at once.
function* records() {
    const file = fs.openSync(pointsFile);
    const block = Buffer.alloc(RECORD * 65536);
    for (;;) {
        const read = fs.readSync(file, block);
        if (read === 0) break;
        for (let at = 0; at < read; at += RECORD) yield [block, at];
    }
    fs.closeSync(file);
}

function features(wanted) {
    const list = [];
    for (const [block, at] of records()) {
        if (wanted && !wanted(block, at)) continue;
        list.push({
            type: 'Feature',
            properties: {cause: block.readInt32LE(at + 28)},
            geometry: {type: 'Point', coordinates: [block.readDoubleLE(at), block.readDoubleLE(at + 8)]}
        });
    }
    return list;
}

const micros = () => {
    const used = process.cpuUsage();
    return used.user + used.system;
};

let seen = 0;
const ask = (index, [z, x, y]) => {
    const tile = index.getTile(z, x, y);
    const size = tile ? tile.features.length : 0;
    seen += size;
    return size;
};

const median = list => list.sort((a, b) => a - b)[list.length >> 1];

// Through the whole list again and again, so that caches are as cold as in a service; the median of each tile's calls.
// So short a call is either interrupted or not: the median of its wall time is its CPU time.
function measureTiles(index) {
    const times = tiles.map(() => []);
    for (let pass = 0; pass < PASSES; pass++) {
        tiles.forEach((tile, i) => {
            const start = process.hrtime.bigint();
            ask(index, tile);
            times[i].push(Number(process.hrtime.bigint() - start) / 1000);
        });
    }
    return tiles.map((tile, i) => [median(times[i]), ask(index, tile)]);
}

function measure(wanted, options) {
    const list = features(wanted);
    global.gc();
    const before = process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
    const start = micros();
    const wallStart = Date.now();
    const index = new Supercluster(options).load(list);
    ask(index, tiles[tiles.length >> 1]);
    const loadWallSeconds = (Date.now() - wallStart) / 1000;
    const loadSeconds = (micros() - start) / 1e6;
    global.gc();
    const memory = process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
    const warm = micros() + WARM_MICROS;
    while (micros() < warm) for (const tile of tiles) ask(index, tile);
    return {
        points: list.length,
        loadSeconds,
        loadWallSeconds,
        indexMegabytes: (memory - before) / 1048576,
        megabytes: memory / 1048576,
        tiles: measureTiles(index)
    };
}

const mask = BigInt(causes);
const answer = {
    plain: measure(null, OPTIONS),
    filtered: measure((block, at) => (block.readBigUInt64LE(at + 16) & mask) !== 0n
        && block.readInt32LE(at + 24) >= Number(from) && block.readInt32LE(at + 24) < Number(end), OPTIONS)
};
// The main cause of each cluster, which Lykta's always have: counts by cause, merged upwards.
if (answer.plain.points <= 3e6) {
    answer.mainCause = measure(null, {
        ...OPTIONS,
        map: properties => ({['c' + properties.cause]: 1}),
        reduce: (counts, more) => {
            for (const cause in more) counts[cause] = (counts[cause] || 0) + more[cause];
        }
    });
}
fs.writeFileSync(answerFile, JSON.stringify(answer));
console.log('seen ' + seen);
