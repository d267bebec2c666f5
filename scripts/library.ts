import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gradeLibrary } from '#evals/library/grade-library.ts';
import { libraryMarkdown } from '#evals/library/library-markdown.ts';
import { loadLibrary } from '#lib/content/library.ts';
import { createEmbeddedEngine } from '#lib/engines/embedded/embedded-engine.ts';

/** `npm run library`: writes docs/library.md, the examples of every scenario as the embedded engine grades them. */
const file = path.resolve(import.meta.dirname, '..', 'docs', 'library.md');
const engine = createEmbeddedEngine();
const rows = await gradeLibrary(engine, loadLibrary());
await writeFile(file, libraryMarkdown(rows, engine.id));
const agreeing = rows.filter(({ disagreements }) => disagreements.length === 0).length;
console.info(
  `${rows.length} scenarios, ${agreeing} as the library has it: ${path.relative(process.cwd(), file)}`,
);
