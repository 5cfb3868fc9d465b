// Compiles the people of the convergence test into one file of Node, and says where it is.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";

const here = fileURLToPath(new URL(".", import.meta.url));
const outfile = process.argv[2] ?? join(here, "node_modules", ".convergence.mjs");

await esbuild.build({
  absWorkingDir: here,
  entryPoints: [join("test", "convergence", "main.ts")],
  outfile,
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  logLevel: "warning",
});
