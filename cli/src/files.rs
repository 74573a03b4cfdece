//! Files of lessons on this disk.

use design::document::Font;
use design::letters::Letters;
use lesson::lint::Site;
use std::io;
use std::path::{Path, PathBuf};

/// A folder `lessons/`, or what stands for it.
pub struct LessonsFolder {
    root: PathBuf,
}

impl LessonsFolder {
    /// The one a file belongs to: the nearest folder above that is called `lessons` or has a programme; else the
    /// folder above that of the file.
    pub fn of(file: &Path) -> Self {
        let absolute = std::path::absolute(file).unwrap_or_else(|_| file.to_owned());
        let is_root = |folder: &&Path| {
            folder.file_name().is_some_and(|name| name == "lessons")
                || folder.join("programme.fr.md").is_file()
        };
        let root = absolute
            .ancestors()
            .skip(1)
            .find(is_root)
            .or_else(|| absolute.ancestors().nth(2))
            .unwrap_or(Path::new("."));
        Self {
            root: root.to_owned(),
        }
    }

    /// The path of a file relative to the folder, with `/` between names.
    pub fn relative(&self, file: &Path) -> String {
        let absolute = std::path::absolute(file).unwrap_or_else(|_| file.to_owned());
        let inside = absolute.strip_prefix(&self.root).unwrap_or(&absolute);
        let names: Vec<_> = inside.iter().map(|name| name.to_string_lossy()).collect();
        names.join("/")
    }

    /// A file of the folder; `None` for a path that leads out of it.
    fn inside(&self, path: &str) -> Option<PathBuf> {
        let leads_out = Path::new(path)
            .components()
            .any(|component| !matches!(component, std::path::Component::Normal(_)));
        (!leads_out).then(|| self.root.join(path))
    }
}

impl Site for LessonsFolder {
    fn text(&self, path: &str) -> Option<String> {
        std::fs::read_to_string(self.inside(path)?).ok()
    }

    fn has(&self, path: &str) -> bool {
        self.inside(path).is_some_and(|file| file.is_file())
    }

    /// Those of the folder that `lessons/` lies in: a copy of the sources, or a site.
    fn letters(&self) -> Letters {
        let mut letters = Letters::default();
        let around = self.root.parent().unwrap_or(&self.root);
        for font in Font::ALL {
            let files = [
                around.join("fonts").join(font.file_name()),
                around.join("dist/fonts").join(font.file_name()),
                around.join("node_modules").join(font.npm_path()),
            ];
            let _ = files
                .iter()
                .filter_map(|file| std::fs::read(file).ok())
                .any(|bytes| letters.read(font, &bytes).is_ok());
        }
        letters
    }
}

/// The Markdown files of a folder and of the folders in it, in order of name; or the file itself.
pub fn markdown_files(path: &Path) -> io::Result<Vec<PathBuf>> {
    if !std::fs::metadata(path)?.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let mut entries: Vec<PathBuf> = std::fs::read_dir(path)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<io::Result<_>>()?;
    entries.sort();
    let mut files = Vec::new();
    for entry in entries {
        let is_hidden = entry
            .file_name()
            .is_some_and(|name| name.to_string_lossy().starts_with('.'));
        if is_hidden {
            continue;
        }
        if entry.is_dir() {
            files.extend(markdown_files(&entry)?);
        } else if entry.extension().is_some_and(|extension| extension == "md") {
            files.push(entry);
        }
    }
    Ok(files)
}
