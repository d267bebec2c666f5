import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { readContent } from '#lib/content/library.ts';
import { BarRaiserError } from '#lib/domain/errors.ts';
import { type WorkedExamples, workedExamplesSchema } from './worked-examples.ts';

export const promptIds = [
  'bar-raiser',
  'interviewer-manner',
  'grader-common',
  'grader-own',
  'reply-rating',
  'debrief-writer',
  'redo-comparison',
  'json-answer',
  'doctor',
] as const;
export type PromptId = (typeof promptIds)[number];

const line = z.string().trim().min(1);
const textsSchema = z.record(z.string(), z.union([line, z.record(z.string(), line)]));

const frontMatterSchema = z.strictObject({
  id: z.enum(promptIds),
  version: z.number().int().positive(),
  purpose: line,
  returns: z
    .union([z.literal('text'), z.record(z.string(), z.unknown())])
    .describe('text, a JSON schema, or one JSON schema for each principle'),
  examples: z
    .union([z.array(line), z.record(z.string(), z.array(line))])
    .optional()
    .describe('ids of prompts/worked-examples.yaml; no evaluation may be measured on these answers'),
  texts: textsSchema.optional().describe('short texts for the branches'),
});

/** What a result says about the words that brought it about. */
export const promptStampSchema = z.strictObject({ id: z.string(), version: z.number(), hash: z.string() });
export type PromptStamp = z.infer<typeof promptStampSchema>;

export type Prompt = PromptStamp &
  z.infer<typeof frontMatterSchema> & {
    id: PromptId;
    /** The stable part, which a server may keep between requests, and the part of this request. */
    parts: { instructions: string; request: string };
    worked: WorkedExamples;
  };

const loaded = new Map<string, Prompt>();

/**
 * Reads a prompt, once per directory and process. `hash` is of the file and the examples it shows (SHA-256, 12 hex).
 * @param directory by default the project's own `prompts`
 * @throws BarRaiserError `internal`, naming the file, when it is missing or broken
 */
export function loadPrompt(id: PromptId, directory: string = defaultDirectory()): Prompt {
  const file = join(directory, `${id}.md`);
  const known = loaded.get(file);
  if (known) return known;
  const text = read(file);
  const match = /^---\n([\s\S]*?)\n---\n+# Instructions\n([\s\S]*?)\n# Request\n([\s\S]*)$/u.exec(text);
  const [, head, instructions, request] = match ?? [];
  if (head === undefined || instructions === undefined || request === undefined) {
    throw broken(id, 'it needs front matter, # Instructions and # Request');
  }
  const front = frontMatterSchema.safeParse(parse(head));
  if (!front.success) throw broken(id, z.prettifyError(front.error));
  if (front.data.id !== id) throw broken(id, `it calls itself ${front.data.id}`);
  const worked = front.data.examples ? readExamples(directory) : { answers: [], replies: [] };
  const shown = new Set(Object.values(front.data.examples ?? {}).flat());
  const used = [...worked.answers, ...worked.replies].filter((example) => shown.has(example.id));
  if (used.length < shown.size) throw broken(id, 'it shows an example that is not in worked-examples.yaml');
  const hash = createHash('sha256').update(text).update(JSON.stringify(used)).digest('hex').slice(0, 12);
  const parts = { instructions: instructions.trim(), request: request.trim() };
  const prompt: Prompt = { ...front.data, id, hash, parts, worked };
  loaded.set(file, prompt);
  return prompt;
}

const slot = /\{([a-z_]+)\}/gu;

/** The names of a template's slots, each once. */
export function slotsOf(template: string): string[] {
  return [...new Set([...template.matchAll(slot)].map(([, name]) => name ?? ''))];
}

/**
 * A template with every slot filled; what is filled in is never read as a template again.
 * @throws RangeError for a slot that gets no value and for a value that has no slot: a prompt with a gap is a fault here.
 */
export function fill(template: string, values: Readonly<Record<string, string>>): string {
  const named = slotsOf(template);
  const missing = named.filter((name) => !Object.hasOwn(values, name));
  const unknown = Object.keys(values).filter((name) => !named.includes(name));
  if (missing.length > 0 || unknown.length > 0) {
    throw new RangeError(`Prompt slots: missing [${missing.join(', ')}], unknown [${unknown.join(', ')}].`);
  }
  return template.replace(slot, (_, name: string) => values[name] ?? '');
}

/** A short text of a prompt by its path, such as `('move', 'dig')`. @throws RangeError when the prompt has none. */
export function textOf({ id, texts }: Prompt, name: string, branch?: string): string {
  const entry = texts && Object.hasOwn(texts, name) ? texts[name] : undefined;
  const found = branch === undefined || typeof entry !== 'object' ? entry : entry[branch];
  if (typeof found !== 'string') throw new RangeError(`Prompt ${id} has no text ${name} ${branch ?? ''}.`);
  return found;
}

export function stampOf({ id, version, hash }: Prompt): PromptStamp {
  return { id, version, hash };
}

/** Ids of the training answers that prompts show: no evaluation of a model may be measured on them. */
export function workedExampleIds(): string[] {
  const shown = promptIds.flatMap((id) => Object.values(loadPrompt(id).examples ?? {}).flat());
  return [...new Set(shown.map((id) => id.replace(/\/\d+$/u, '')))].toSorted();
}

function readExamples(directory: string): WorkedExamples {
  return readContent(join(directory, 'worked-examples.yaml'), workedExamplesSchema);
}

/** Run as a script, the module knows where it lies; bundled, the project root is the working directory. */
function defaultDirectory(): string {
  const beside = import.meta.dirname ? join(import.meta.dirname, '..', '..', '..', 'prompts') : null;
  return beside && existsSync(join(beside, 'bar-raiser.md')) ? beside : join(process.cwd(), 'prompts');
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/\r\n/gu, '\n');
  } catch (cause) {
    throw new BarRaiserError('internal', `The prompt ${file} cannot be read.`, { cause });
  }
}

function broken(id: string, why: string): BarRaiserError {
  return new BarRaiserError('internal', `The prompt ${id}.md is broken: ${why}.`);
}
