import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readFoldModels } from '#evals/suites/fold-models.ts';
import { readTrainingCorpus } from '#evals/training/corpus.ts';
import { trainAll } from '#evals/training/cross-validate.ts';
import { readLabelled, trainingFiles } from '#evals/training/data.ts';
import { fitDomain } from '#evals/training/fit-domain.ts';
import { foldsByWriter } from '#evals/training/folds.ts';
import { measure } from '#evals/training/measure.ts';
import { reportMarkdown } from '#evals/training/report.ts';
import { seed } from '#evals/training/seed.ts';
import { trainGeneric } from '#evals/training/train-generic.ts';
import { loadLibrary } from '#lib/content/library.ts';
import { decodeWeights, encodeWeights } from '#lib/engines/embedded/weights.ts';

const root = join(import.meta.dirname, '..');
/** `npm run train -- --check` writes nothing and fails when what is kept is not what the code and the data give. */
const checkOnly = process.argv.includes('--check');
// `--generic` trains the model of criteria without rated answers alone, in seconds.

/** Trains the embedded grader from evals/data: its weights, the domain's fitted numbers, a model a fold, the report. */
async function train(): Promise<Map<string, string | Uint8Array>> {
  const labelled = readLabelled();
  const folds = foldsByWriter(labelled);
  const library = loadLibrary();
  const trained = await trainAll(readTrainingCorpus(), (line) => console.error(line));
  const domain = fitDomain(labelled, folds, {
    all: trained.all.unseen,
    folds: trained.folds.map(({ unseen }) => unseen),
  });
  const { model } = trained.all;
  const models = trained.folds.map((each) => each.model);
  const measured = await measure({ labelled, folds, library, domain, models, model });
  const about = { data: dataHash(), seed, answers: labelled.length, metrics: measured.summary };
  const encoded = models.map((each) => encodeWeights(each, about));
  // As they are kept, a byte a weight, so that it comes out the same when it is trained alone.
  const kept = encoded.map((bytes) => decodeWeights(Buffer.from(bytes)).model);
  return new Map<string, string | Uint8Array>([
    ['lib/domain/verdict-weights.ts', domain.verdictSource],
    ['lib/domain/gap-weights.ts', domain.gapSource],
    ['lib/engines/embedded/weights/embedded.bin', encodeWeights(model, about)],
    ...encoded.map((bytes, fold) => [`evals/models/fold-${fold}.bin`, bytes] as const),
    ['evals/models/numbers.json', `${JSON.stringify({ folds: domain.folds })}\n`],
    ...trainGeneric({
      ...{ labelled, folds, models: kept, domain, rubric: library.rubric, data: about.data },
      report: reportMarkdown(measured, domain, about),
    }),
  ]);
}

/** Trains the model of criteria without rated answers alone, on readings by the fold models that are there. */
function genericOnly(): Map<string, string | Uint8Array> {
  const labelled = readLabelled();
  const kept = readFoldModels();
  return new Map(
    trainGeneric({
      labelled,
      folds: foldsByWriter(labelled),
      models: kept.map(({ model }) => model),
      domain: { folds: kept.map(({ numbers }) => numbers) },
      rubric: loadLibrary().rubric,
      data: dataHash(),
      report: readFileSync(join(root, 'evals/reports/embedded.md'), 'utf8'),
    }),
  );
}

/** Of the training files, so that a report can be told from one of other data. */
function dataHash(): string {
  const hash = createHash('sha256');
  for (const name of trainingFiles) hash.update(readFileSync(join(root, `evals/data/${name}.jsonl`)));
  return hash.digest('hex');
}

function write(files: ReadonlyMap<string, string | Uint8Array>): void {
  for (const [name, content] of files) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), content);
  }
  console.info(files.get('evals/reports/embedded.md'));
}

/** Compares with what is kept; models of the folds are not kept in the repository. */
function check(files: ReadonlyMap<string, string | Uint8Array>): void {
  const kept = [...files].filter(([name]) => !name.startsWith('evals/models/'));
  const stale = kept.filter(
    ([name, content]) =>
      !existsSync(join(root, name)) || !readFileSync(join(root, name)).equals(Buffer.from(content)),
  );
  for (const [name] of stale)
    console.error(`${name} is not what the code and the data give. Run npm run train.`);
  if (stale.length > 0) process.exitCode = 1;
}

const files = process.argv.includes('--generic') ? genericOnly() : await train();
if (checkOnly) check(files);
else write(files);
