import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fillersByFold, prepare } from '#evals/training/corpus.ts';
import { trainAll } from '#evals/training/cross-validate.ts';
import { readLabelled } from '#evals/training/data.ts';
import { fitDomain } from '#evals/training/fit-domain.ts';
import { foldsByWriter } from '#evals/training/folds.ts';
import { measure } from '#evals/training/measure.ts';
import { reportMarkdown } from '#evals/training/report.ts';
import { seed } from '#evals/training/seed.ts';
import { loadLibrary } from '#lib/content/library.ts';
import { encodeWeights } from '#lib/engines/embedded/weights.ts';

const root = join(import.meta.dirname, '..');
const say = (line: string) => console.error(line);

/** Trains the embedded grader from evals/data and writes its weights, the domain's fitted numbers, fold models and the report. */
async function train(): Promise<void> {
  const labelled = readLabelled();
  const folds = foldsByWriter(labelled);
  const library = loadLibrary();
  const fillers = fillersByFold(labelled, folds);
  const examples = labelled.map((answer, index) => {
    const fold = folds[index] ?? 0;
    return prepare(answer, fold, library, fillers[fold] ?? []);
  });
  const domain = fitDomain(labelled, folds);
  const trained = trainAll(examples, say);
  const { model, folds: models } = trained;
  const measured = await measure({ labelled, folds, library, domain, models, model });
  const about = { data: dataHash(), seed, answers: labelled.length, metrics: measured.summary };
  writeFileSync(join(root, 'lib/domain/verdict-weights.ts'), domain.verdictSource);
  writeFileSync(join(root, 'lib/domain/gap-weights.ts'), domain.gapSource);
  mkdirSync(join(root, 'lib/engines/embedded/weights'), { recursive: true });
  writeFileSync(join(root, 'lib/engines/embedded/weights/embedded.bin'), encodeWeights(model, about));
  mkdirSync(join(root, 'evals/models'), { recursive: true });
  models.forEach((each, fold) => {
    writeFileSync(join(root, `evals/models/fold-${fold}.bin`), encodeWeights(each, about));
  });
  mkdirSync(join(root, 'evals/reports'), { recursive: true });
  const report = reportMarkdown(measured, domain, about);
  writeFileSync(join(root, 'evals/reports/embedded.md'), report);
  console.info(report);
}

/** Of the two training files, so that a report can be told from one of other data. */
function dataHash(): string {
  const hash = createHash('sha256');
  for (const name of ['dev', 'train']) hash.update(readFileSync(join(root, `evals/data/${name}.jsonl`)));
  return hash.digest('hex');
}

await train();
