// Native = wasm: every right and wrong answer of every lesson and 200 random programs do the same in both, to the
// bit. Prints what differs and exits with 1.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { machine, native, root } from './build.mjs';

const RANDOM_PROGRAMS = 200;

const files = readdirSync(join(root, 'lessons'), { recursive: true })
  .map((name) => `lessons/${name}`)
  .filter((name) => /\/(solutions|wrong)\/[^/]+\.txt$/.test(name))
  .sort();
const natively = native(RANDOM_PROGRAMS, files).trimEnd().split('\n');
const { run_program, run_random_program } = machine();
const inWasm = [
  ...files.map((file) => `${file} ${run_program(readFileSync(join(root, file), 'utf8'), 10_000, 7)}`),
  ...Array.from({ length: RANDOM_PROGRAMS }, (_, seed) => `random ${seed} ${run_random_program(seed)}`),
];

const different = inWasm.filter((line, number) => line !== natively[number]);
for (const line of different) {
  console.log(`wasm:   ${line}\nnative: ${natively[inWasm.indexOf(line)]}`);
}
const something = inWasm.filter((line) => !line.includes(' 0 changes by blocks,')).length;
console.log(
  `native = wasm: ${inWasm.length - different.length} of ${inWasm.length} programs ` +
    `(${files.length} answers, ${RANDOM_PROGRAMS} random), ${something} of them with changes made by blocks`,
);
process.exit(different.length === 0 && natively.length === inWasm.length && files.length > 0 ? 0 : 1);
