import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["node_modules", "**/*.mjs", "eslint.config.js"] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      "max-lines": ["error", { max: 400 }],
      "max-lines-per-function": ["error", { max: 40, skipBlankLines: true, skipComments: true }],
      // A number or a flag in a sentence is plain; only objects would print as rubbish.
      "@typescript-eslint/restrict-template-expressions": [
        "error",
        { allowNumber: true, allowBoolean: true },
      ],
    },
  },
  {
    files: ["test/**"],
    rules: {
      // node:test collects its tests itself; nothing is left to await.
      "@typescript-eslint/no-floating-promises": "off",
      "max-lines-per-function": "off",
      // What a test itself has put there is there; otherwise it fails, as it should.
      "@typescript-eslint/no-non-null-assertion": "off",
    },
  },
);
