// textlint with textlint-rule-prh, run from the folder they are installed in.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const need = createRequire(join(process.cwd(), "package.json"));
const { TextlintKernel } = need("@textlint/kernel");
const plain = (module) => module.default ?? module;

const asked = JSON.parse(readFileSync(0, "utf-8"));
const kernel = new TextlintKernel();
const options = {
  ext: ".txt",
  plugins: [{ pluginId: "text", plugin: plain(need("@textlint/textlint-plugin-text")) }],
  rules: [
    {
      ruleId: "prh",
      rule: plain(need("textlint-rule-prh")),
      options: { rulePaths: [asked.rulesFile] },
    },
  ],
};

async function cpuMs(stories) {
  const before = process.cpuUsage();
  for (const story of stories) await kernel.fixText(story, options);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / stories.length;
}

await cpuMs(asked.stories.slice(0, 1));
const rounds = [];
for (let round = 0; round < asked.rounds; round++) rounds.push(await cpuMs(asked.stories));
const changed = [];
for (const text of asked.sentences) changed.push((await kernel.fixText(text, options)).output);
process.stdout.write(JSON.stringify({ cpu_ms: rounds, changed }));
