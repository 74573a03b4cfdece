// The fonts of the interface, cut to what Fabrique shows: half the bytes of a first visit's fonts. Their licences lie
// beside them. The build calls it: `node tools/xtask/src/fonts.mjs FOLDER` (see fonts.rs).
import { copyFile, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import subset from "subset-font";

/** Each with the weights that the styles ask for; `@font-face` in assets/styles/base.css says the same. */
const FONTS = [
  // Titles: one weight stands for 750 and 800.
  { name: "bricolage-grotesque", weight: 780 },
  // Text.
  { name: "atkinson-hyperlegible-next", weight: { min: 400, max: 700 } },
  // Figures: one weight stands for 400 to 600.
  { name: "atkinson-hyperlegible-mono", weight: 550 },
];

/** The letters of French and English that npm's latin files have. Any other is drawn by the device's own font. */
const LETTERS =
  all(0x20, 0x7e) + // Basic Latin
  all(0xa0, 0xff) + // Latin-1: accents, « », no-break space
  "Œœ" +
  all(0x2000, 0x206f) + // General Punctuation: dashes, quotes, ellipsis
  "€™↑↓−∕";

/** Kerning, accents put together, letters of a language, figures of one width. */
const FEATURES = ["kern", "ccmp", "locl", "tnum"];

/** Fonts that index.html copies whole. The other one's licence is that of the text's font. */
const WHOLE = [{ name: "patrick-hand", licence: "@expo-google-fonts/patrick-hand/LICENSE_FONT" }];

const PACKAGES = fileURLToPath(new URL("../../../node_modules/", import.meta.url));

async function cut({ name, weight }, folder) {
  const whole = await readFile(join(PACKAGES, `@fontsource-variable/${name}/files/${name}-latin-wght-normal.woff2`));
  const font = await subset(whole, LETTERS, {
    targetFormat: "woff2",
    variationAxes: { wght: weight },
    keepFeatures: FEATURES,
    noHinting: true,
  });
  await writeFile(join(folder, `${name}.woff2`), font);
}

/** The characters between two, both included. */
function all(first, last) {
  return String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, at) => first + at));
}

const [folder] = process.argv.slice(2);
const licences = [...FONTS.map(({ name }) => ({ name, licence: `@fontsource-variable/${name}/LICENSE` })), ...WHOLE];
for (const font of FONTS) await cut(font, folder);
for (const { name, licence } of licences) await copyFile(join(PACKAGES, licence), join(folder, `${name}-OFL.txt`));
