// Compiles the tests and runs them with Node's own runner.
import { spawnSync } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";

const here = fileURLToPath(new URL(".", import.meta.url));
const compiled = join(here, "node_modules", ".tests");
const tests = readdirSync(join(here, "test")).filter((name) => name.endsWith(".test.ts"));

rmSync(compiled, { recursive: true, force: true });
await esbuild.build({
  absWorkingDir: here,
  entryPoints: tests.map((name) => join("test", name)),
  outdir: compiled,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  splitting: true,
  platform: "node",
  format: "esm",
  target: "node20",
  sourcemap: "inline",
  logLevel: "warning",
});
const files = tests.map((name) => join(compiled, name.replace(/\.ts$/, ".mjs")));
const { status } = spawnSync(
  process.execPath,
  ["--enable-source-maps", "--test", ...files],
  { stdio: "inherit" },
);
process.exit(status ?? 1);
