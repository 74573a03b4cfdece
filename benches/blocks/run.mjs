// The machine beside its peers, in one run: sieve, nested and fib as blocks through the shipped compiler, in wasm,
// in the shipped profile. Prints every line, then ratios; ratios are what to quote, times depend on the day.
//
// node benches/blocks/run.mjs [--only-ours] [--peers FOLDER]
// The peers' own scripts stand in a folder outside the project (`--peers`, or FABRIQUE_PEERS, or `shared/bench/blocks`
// beside the project): the Scratch VM is AGPL-3.0 and is neither shipped nor linked nor kept here. They are copied
// to a temporary folder to be installed.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { machine, root } from '../machine-wasm/build.mjs';

/** Units of work in a program, and the number that every engine must find. */
const PROGRAMS = {
  loop: { units: (v) => v.n, check: (v) => v.n },
  sieve: { units: (v) => v.k, check: (v) => v.k },
  nested: { units: (v) => v.n * v.n, check: (v) => v.somme },
  fib: { units: (v) => v.c, check: (v) => v.r },
};
const COMPARED = ['sieve', 'nested', 'fib'];
const ROUNDS = 7;
/** How often everybody has their turn: the best of each counts, since other work comes and goes. */
const TURNS = 3;

function milliseconds(work) {
  const start = process.hrtime.bigint();
  const result = work();
  return [Number(process.hrtime.bigint() - start) / 1e6, result];
}

function program(name, n) {
  const text = readFileSync(join(root, 'benches/blocks', `${name}.txt`), 'utf8');
  return n === undefined ? text : text.replace(/mettre n à \d+/, `mettre n à ${n}`);
}

function ours(exports) {
  return Object.entries(PROGRAMS).map(([name, { units, check }]) => {
    let best = Infinity;
    let variables;
    for (let round = 0; round < ROUNDS; round += 1) {
      const [ms, lines] = milliseconds(() => exports.compute(program(name)));
      best = Math.min(best, ms);
      variables = Object.fromEntries(lines.trimEnd().split('\n').map((line) => line.split(' ')).map(([k, v]) => [k, Number(v)]));
    }
    return line('Fabrique, wasm', name, variables.n, units(variables), best, check(variables));
  });
}

function line(engine, bench, N, units, ms, check) {
  return { engine, bench, N, units, ms: Number(ms.toFixed(2)), per_s: Math.round((units / ms) * 1000), check };
}

/** Copies the peers' scripts of a folder to a temporary one and installs what they need; returns that folder. */
function installedPeers(folder) {
  const copy = join(tmpdir(), 'fabrique-peers');
  mkdirSync(copy, { recursive: true });
  cpSync(folder, copy, { recursive: true, filter: (name) => !name.includes('node_modules') });
  if (!existsSync(join(copy, 'node_modules'))) {
    execFileSync('npm', ['install', '--no-audit', '--no-fund'], { cwd: copy, stdio: ['ignore', 'ignore', 'inherit'] });
  }
  return copy;
}

/** One turn of every peer. A sieve of 200 000 fits in the cache as ours does, one of 3 million is warm: both count. */
function peers(folder) {
  const runs = [
    ['peer_js.mjs', 'plain', '{"loop":1e8,"sieve":3e6,"nested":5000,"fib":32}'],
    ['peer_js.mjs', 'plain', '{"sieve":200000}'],
    ['peer_scratch.cjs', '{"loop":1e7,"sieve":200000,"nested":800,"fib":22}'],
    ['peer_turbowarp.cjs', 'warp', '1', '{"loop":1e8,"sieve":3e6,"nested":5000,"fib":32}'],
    ['peer_turbowarp.cjs', 'warp', '5', '{"sieve":200000}'],
  ];
  return runs.flatMap(([script, ...args]) => {
    const text = execFileSync('node', [script, ...args], { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    return text.split('\n').filter((entry) => entry.startsWith('{')).map((entry) => JSON.parse(entry));
  });
}

/** The best line of each engine and program. */
function best(lines) {
  const kept = new Map();
  for (const entry of lines) {
    const key = `${entry.engine} ${entry.bench}`;
    if (!kept.has(key) || kept.get(key).per_s < entry.per_s) kept.set(key, entry);
  }
  return [...kept.values()];
}

const perSecond = (lines, engine, bench) => lines.find((entry) => entry.engine === engine && entry.bench === bench)?.per_s;
const geomean = (numbers) => Math.exp(numbers.reduce((sum, number) => sum + Math.log(number), 0) / numbers.length);

function table(lines) {
  const mine = (bench) => perSecond(lines, 'Fabrique, wasm', bench);
  console.log('\nFabrique (wasm, profile release, wasm-opt -Oz) beside …   sieve  nested     fib   geometric mean');
  for (const engine of new Set(lines.map((entry) => entry.engine))) {
    const ratios = COMPARED.map((bench) => mine(bench) / perSecond(lines, engine, bench));
    const cells = ratios.map((ratio) => ratio.toFixed(2).padStart(8)).join('');
    console.log(`${engine.padEnd(52)}${cells}${geomean(ratios).toFixed(2).padStart(12)} ×`);
  }
}

/** The time of a check of 60 virtual seconds with four scripts that look at their inputs all the time. */
function pollingCheck(exports, keepsPast) {
  let best = Infinity;
  let blocks;
  for (let round = 0; round < ROUNDS; round += 1) {
    const [ms, run] = milliseconds(() => exports.check(program('polling'), 60, keepsPast));
    best = Math.min(best, ms);
    blocks = run;
  }
  const past = keepsPast ? 'keeping the past' : 'without the past';
  console.log(`check of 60 virtual seconds, four polling scripts, ${past}: ${best.toFixed(1)} ms, ${blocks} blocks`);
}

/** Every engine must find the same number for the same N. */
function compareChecks(lines) {
  const found = new Map();
  for (const { engine, bench, N, check } of lines) {
    const key = `${bench} ${N}`;
    const other = found.get(key);
    if (other !== undefined && other.check !== Number(check)) {
      console.log(`${key}: ${engine} finds ${check}, ${other.engine} finds ${other.check}`);
      process.exitCode = 1;
    }
    found.set(key, { engine, check: Number(check) });
  }
}

const args = process.argv.slice(2);
const folder = args.includes('--peers')
  ? args[args.indexOf('--peers') + 1]
  : (process.env.FABRIQUE_PEERS ?? join(root, '../shared/bench/blocks'));
const exports = machine();
const withPeers = !args.includes('--only-ours') && existsSync(folder);
if (!withPeers) console.log('Without peers (FABRIQUE_PEERS names the folder of their scripts): only ours is timed.');
const peersFolder = withPeers ? installedPeers(folder) : undefined;
const lines = best(
  Array.from({ length: withPeers ? TURNS : 1 }, () => [...ours(exports), ...(withPeers ? peers(peersFolder) : [])]).flat(),
);
for (const entry of lines) console.log(JSON.stringify(entry));
compareChecks(lines);
if (withPeers) table(lines);
pollingCheck(exports, false);
pollingCheck(exports, true);
