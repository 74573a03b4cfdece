// The kerf beside its peers, in one run: a part of 40 noisy lobes with 1,000 and 10,000 corners grown by 0.1 mm. Every
// engine must find the same area. Prints the best processor time of each, then ratios; ratios are what to quote.
//
// node benches/kerf/run.mjs [--only-ours] [--peers FOLDER]
// The peers' scripts stand outside the project (`--peers`, or FABRIQUE_DESIGN_PEERS, or `shared/bench/design` beside the
// project); they are copied to a temporary folder to be installed.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { built, root } from '../machine-wasm/build.mjs';

/** Corners, and the area in mm² that independent engines agree on. */
const OUTLINES = [
  { corners: 1000, area: 31666.306 },
  { corners: 10000, area: 31669.754 },
];
/** Engines flatten the round joins differently; their areas agree to this share. */
const SAME_AREA = 1e-5;
const KERF_MM = 0.2;
const ROUNDS = 9;
const PEERS = ['clipper2-ts', 'clipper-lib', 'clipper2-js'];

/** The numbers of mulberry32, from 0 to 1. */
function random(seed) {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function outline(corners) {
  const next = random(7);
  const numbers = new Float64Array(2 * corners);
  for (let corner = 0; corner < corners; corner += 1) {
    const angle = (corner / corners) * 2 * Math.PI;
    const radius = 100 + 8 * Math.sin(40 * angle) + 0.02 * next();
    numbers.set([radius * Math.cos(angle), radius * Math.sin(angle)], 2 * corner);
  }
  return numbers;
}

function processorMs(work) {
  const start = process.cpuUsage();
  const result = work();
  const used = process.cpuUsage(start);
  return [(used.user + used.system) / 1000, result];
}

function ours() {
  const { area_with_kerf: areaWithKerf } = built('kerf-wasm', 'kerf');
  return OUTLINES.map(({ corners }) => {
    const numbers = outline(corners);
    const rounds = Array.from({ length: ROUNDS }, () => processorMs(() => areaWithKerf(numbers, KERF_MM)));
    return { engine: 'Fabrique, wasm', corners, ms: Math.min(...rounds.map(([ms]) => ms)), area: rounds[0][1] };
  });
}

function peers(folder) {
  const copy = join(tmpdir(), 'fabrique-design-peers');
  mkdirSync(copy, { recursive: true });
  cpSync(folder, copy, { recursive: true, filter: (name) => !name.includes('node_modules') });
  if (!existsSync(join(copy, 'node_modules'))) {
    execFileSync('npm', ['install', '--no-audit', '--no-fund'], { cwd: copy, stdio: ['ignore', 'ignore', 'inherit'] });
  }
  return PEERS.flatMap((engine) => {
    const sizes = OUTLINES.map(({ corners }) => String(-corners));
    const text = execFileSync('node', ['peer_geometry.cjs', engine, ...sizes], { cwd: copy, encoding: 'utf8' });
    const line = /^offset(\d+)\/\S+\t([\d.]+) ms\tval=([\d.]+)$/gm;
    return [...text.matchAll(line)].map(([, corners, ms, area]) => ({
      engine,
      corners: Number(corners),
      ms: Number(ms),
      area: Number(area),
    }));
  });
}

const args = process.argv.slice(2);
const folder = args.includes('--peers')
  ? args[args.indexOf('--peers') + 1]
  : (process.env.FABRIQUE_DESIGN_PEERS ?? join(root, '../shared/bench/design'));
const withPeers = !args.includes('--only-ours') && existsSync(folder);
if (!withPeers) console.log('Without peers (FABRIQUE_DESIGN_PEERS names the folder of their scripts): only ours is timed.');
const mine = ours();
const lines = [...mine, ...(withPeers ? peers(folder) : [])];
for (const { engine, corners, ms, area } of lines) {
  const own = mine.find((entry) => entry.corners === corners).ms;
  const reference = OUTLINES.find((entry) => entry.corners === corners).area;
  const isSame = Math.abs(area - reference) <= SAME_AREA * reference;
  const verdict = isSame ? 'the same area' : `another area: ${area.toFixed(2)}, not ${reference}`;
  console.log(`${engine.padEnd(16)}${String(corners).padStart(6)} corners ${ms.toFixed(2).padStart(9)} ms ${(ms / own).toFixed(1).padStart(7)} × ours, ${verdict}`);
  if (!isSame && engine.startsWith('Fabrique')) process.exitCode = 1;
}
