// Builds the machine, or another crate of the benches, as it is shipped (profile release, wasm-opt -Oz) for Node, and loads it.
// `wasm-bindgen` (ours) and `wasm-opt` must be on the path; `cargo xtask` puts them there.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

function run(program, ...args) {
  return execFileSync(program, args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 1e8 });
}

/** Builds the wasm of the machine and returns its exports: run_program, run_random_program, compute, check. */
export function machine() {
  return built('machine-wasm', 'machine');
}

/** Builds the wasm of a package and returns its exports. */
export function built(packageName, name) {
  const target = JSON.parse(run('cargo', 'metadata', '--no-deps', '--format-version=1')).target_directory;
  const out = join(target, packageName);
  run('cargo', 'xtask', 'shipped', 'build', '--quiet', '--release', '--package', packageName, '--lib', '--target', 'wasm32-unknown-unknown');
  const file = `${packageName.replaceAll('-', '_')}.wasm`;
  run('wasm-bindgen', '--target=nodejs', `--out-dir=${out}`, `--out-name=${name}`, join(target, 'wasm32-unknown-unknown/release', file));
  const wasm = join(out, `${name}_bg.wasm`);
  // Its glue is CommonJS, whatever the folders above say.
  writeFileSync(join(out, 'package.json'), '{ "type": "commonjs" }\n');
  run('wasm-opt', '-Oz', wasm, '-o', wasm);
  return createRequire(import.meta.url)(join(out, `${name}.js`));
}

/** What the native program says of some files and random programs. */
export function native(count, files) {
  return run('cargo', 'run', '--quiet', '--package', 'machine-wasm', '--bin', 'native', '--', String(count), ...files);
}
