//! Splits the linked wasm before wasm-bindgen sees it.
//!
//! Trunk calls `wasm-bindgen --target=web --out-dir=D --out-name=N ... INPUT.wasm` and copies from D: `N.js`,
//! `N_bg.wasm` and everything in `snippets/`. The loader goes into `snippets/split/`; the chunks go to `D/chunks/`
//! (not into snippets: Trunk writes a modulepreload for every file there) and a post_build hook copies them.
use anyhow::{Context, Result, bail, ensure};
use std::ffi::OsString;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::PathBuf;
use std::process::Command;

const LOADER: &str = "snippets/split/loader.js";
/// In what wasm-bindgen writes for `--target web`: the place where the instance's exports become known.
const SEAM: &str = "wasm = instance.exports;";

pub struct Plan {
    input: PathBuf,
    out_dir: PathBuf,
    out_name: String,
    wasm: Vec<u8>,
}

impl Plan {
    /// `None` when this is not Trunk's call, or the wasm has no split point.
    pub fn from_args(args: &[OsString]) -> Result<Option<Self>> {
        let mut input = None;
        let (mut out_dir, mut out_name) = (None, None);
        for arg in args.iter().skip(1) {
            let Some(text) = arg.to_str() else { continue };
            if let Some(value) = text.strip_prefix("--out-dir=") {
                out_dir = Some(PathBuf::from(value));
            } else if let Some(value) = text.strip_prefix("--out-name=") {
                out_name = Some(value.to_owned());
            } else if text.ends_with(".wasm") {
                input = Some(PathBuf::from(text));
            }
        }
        let (Some(input), Some(out_dir), Some(out_name)) = (input, out_dir, out_name) else {
            return Ok(None);
        };
        let wasm = fs::read(&input).with_context(|| format!("reading {}", input.display()))?;
        let has_split = wasm.windows(13).any(|w| w == b"__wasm_split_");
        let _ = fs::remove_dir_all(out_dir.join("snippets"));
        let _ = fs::remove_dir_all(out_dir.join("chunks"));
        Ok(has_split.then_some(Self {
            input,
            out_dir,
            out_name,
            wasm,
        }))
    }

    pub fn run(self, args: &[OsString]) -> Result<()> {
        let t0 = std::time::Instant::now();
        let work = self.out_dir.join("split-work");
        let _ = fs::remove_dir_all(&work);
        fs::create_dir_all(&work)?;
        let main = work.join("main.wasm");
        let mut options = wasm_split_cli_support::Options::new(&self.wasm);
        options.output_dir = &work;
        options.main_out_path = &main;
        options.link_name = "./snippets/split/loader.js";
        fs::create_dir_all(work.join("snippets/split"))?;
        options.verbose = std::env::var_os("SPLIT_VERBOSE").is_some();
        let split = wasm_split_cli_support::transform(options).map_err(|e| anyhow::anyhow!("{e:?}"))?;
        eprintln!("split: {:?}", t0.elapsed());

        // wasm-bindgen on the main module, in place of the linked one.
        let mut args: Vec<OsString> = args
            .iter()
            .map(|a| {
                if a.as_os_str() == self.input.as_os_str() {
                    main.clone().into_os_string()
                } else {
                    a.clone()
                }
            })
            .collect();
        args.push("--keep-lld-exports".into()); // or the function table is no export any more
        wasm_bindgen_cli::wasm_bindgen::run_cli_with_args(args)?;

        // One hash for the whole build: a chunk only fits the main module it was cut from.
        let mut hasher = DefaultHasher::new();
        self.wasm.hash(&mut hasher);
        let build = format!("{:016x}", hasher.finish());
        let release = self.out_dir.ends_with("release");
        let chunks = self.out_dir.join("chunks");
        fs::create_dir_all(&chunks)?;
        let mut loader = fs::read_to_string(work.join(LOADER))?;
        let mut running = Vec::new();
        for path in &split.split_modules {
            let stem = path.file_stem().and_then(|s| s.to_str()).context("chunk name")?;
            let target = chunks.join(format!("{stem}-{build}.wasm"));
            if release {
                // wasm-opt is one thread each: side by side.
                running.push((
                    path,
                    Command::new("wasm-opt")
                        .arg("-Oz")
                        .arg(path)
                        .arg("-o")
                        .arg(&target)
                        .spawn()
                        .context("wasm-opt")?,
                ));
            } else {
                fs::copy(path, &target)?;
            }
            let from = format!("\"./{stem}.wasm\"");
            ensure!(loader.contains(&from), "the loader does not name {from}");
            loader = loader.replace(&from, &format!("\"../../{stem}-{build}.wasm\""));
        }
        for (path, mut child) in running {
            ensure!(child.wait()?.success(), "wasm-opt failed on {}", path.display());
        }
        // The loader asks the glue for its exports by a name that Trunk will hash: let the glue hand them over instead.
        let import = "import { initSync } from \"./main.js\";";
        ensure!(
            loader.contains(import) && loader.contains("initSync(undefined, undefined)"),
            "wasm_split_cli_support writes another loader now"
        );
        loader = loader
            .replace(
                import,
                "let mainExports;\nexport function setMainExports(exports) { mainExports = exports; }",
            )
            .replace("initSync(undefined, undefined)", "mainExports");
        fs::create_dir_all(self.out_dir.join("snippets/split"))?;
        fs::write(self.out_dir.join(LOADER), loader)?;

        let glue_path = self.out_dir.join(format!("{}.js", self.out_name));
        let glue = fs::read_to_string(&glue_path)?;
        if glue.matches(SEAM).count() != 1 {
            bail!(
                "wasm-bindgen writes another glue now: `{SEAM}` found {} times",
                glue.matches(SEAM).count()
            );
        }
        let glue = format!("import {{ setMainExports }} from './{LOADER}';\n")
            + &glue.replace(SEAM, &format!("{SEAM} setMainExports(wasm);"));
        fs::write(&glue_path, glue)?;
        eprintln!("split + wasm-bindgen + chunks: {:?}", t0.elapsed());
        Ok(())
    }
}
