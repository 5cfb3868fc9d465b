// Builds the browser's files into newsroom/static/dist under hashed names, and a manifest of them.
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";

const here = fileURLToPath(new URL(".", import.meta.url));
const dist = join(here, "..", "static", "dist");

// The name by which a template asks for the file, and where it is made from. A page has one script,
// which holds all that the page does, and no modules: of those Chromium keeps no compiled form that
// it would use again, and reads the editor's third of a megabyte anew each time a story is opened.
const ENTRIES = {
  app: "src/app.ts",
  editor: "src/editor/editor.ts",
  history: "src/history/history.ts",
  photos: "src/photos/photos.ts",
  styles: "src/app.css",
  paper: "src/paper.css",
};

const result = await esbuild.build({
  absWorkingDir: here,
  entryPoints: Object.entries(ENTRIES).map(([out, from]) => ({
    in: from,
    out: out === "styles" ? "app" : out,
  })),
  outdir: dist,
  entryNames: "[name]-[hash]",
  assetNames: "[name]-[hash]",
  bundle: true,
  format: "iife",
  target: "es2022",
  minify: true,
  legalComments: "eof",
  loader: { ".woff2": "file" },
  nodePaths: [join(here, "node_modules")],
  metafile: true,
  logLevel: "warning",
});

const { outputs } = result.metafile;
const made = Object.entries(outputs).map(([path, { entryPoint }]) => ({ file: basename(path), entry: entryPoint }));
const manifest = {};
for (const { file, entry } of made) {
  // A page asks for its script, its style and the faces it begins with; other files are named in those.
  if (entry || file.endsWith(".woff2")) manifest[file.replace(/-[A-Z0-9]{8}(\.\w+)$/, "$1")] = file;
}

// The faces and libraries may be passed on as long as their licences go with them.
const LICENCES = "licences.txt";
const packages = Object.keys(result.metafile.inputs)
  .map((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1])
  .filter(Boolean);
const licences = [...new Set(packages)].sort().map((name) => {
  const folder = join(here, "node_modules", name);
  const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
  if (!file) throw new Error(`${name} has no licence beside it`);
  return `${name}\n\n${readFileSync(join(folder, file), "utf8").trim()}\n`;
});

mkdirSync(dist, { recursive: true });
writeFileSync(join(dist, LICENCES), licences.join("\n\n"));
// The manifest changes at once and last: a server that is running never names a file that is missing.
writeFileSync(join(dist, "manifest.json.new"), JSON.stringify(manifest, null, 2) + "\n");
renameSync(join(dist, "manifest.json.new"), join(dist, "manifest.json"));
const kept = new Set(["manifest.json", LICENCES, ...made.map(({ file }) => file)]);
for (const file of readdirSync(dist)) {
  if (!kept.has(file)) rmSync(join(dist, file));
}
