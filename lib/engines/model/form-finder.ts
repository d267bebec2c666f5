import { APICallError, NoObjectGeneratedError } from 'ai';
import { type StructuredMode, structuredModes } from './capabilities.ts';
import { brokeOff, saysContextFull, saysQuotaSpent, serverCode } from './fault.ts';
import type { ResolvedModel } from './provider.ts';

/** Finds out by use what a model can be asked for, and remembers it. */
export interface FormFinder {
  /** Whether the model takes a temperature. */
  readonly temperature: boolean;
  /** Whether an error says, for the first time, that it is the temperature that is refused; none is sent from then on. */
  refusesTemperature(error: unknown): boolean;
  /** Asks in the best form the model is known to take. */
  find<Value>(ask: (mode: StructuredMode) => Promise<Value>): Promise<Value>;
}

/** Answers that do not fit their form; after so many the model is taken not to manage it. */
const misfitsAtMost = 2;

/**
 * Before any form has worked, a model that refuses a request (400, 422, 501) or whose answer does not fit is asked in the
 * next simpler form: with a schema, as JSON of any shape, in plain words. What works is kept for the process and said in
 * the log once. Afterwards an answer that does not fit is asked for once more.
 */
export function createFormFinder(
  { id, capabilities }: ResolvedModel,
  log: (line: string) => void,
): FormFinder {
  let mode = capabilities.structured;
  let proven = false;
  let temperature = capabilities.temperature;
  return {
    get temperature() {
      return temperature;
    },
    refusesTemperature: (error) => {
      if (!temperature || !APICallError.isInstance(error) || serverCode(error).param !== 'temperature')
        return false;
      temperature = false;
      log(`${id} takes no temperature; it is asked without one from now on.`);
      return true;
    },
    find: async (ask) => {
      const simpler = structuredModes.slice(structuredModes.indexOf(mode));
      const candidates = proven ? [mode, mode] : [...simpler, ...simpler.slice(-1)];
      const failures: unknown[] = [];
      let misfits = 0;
      for (const candidate of candidates) {
        try {
          const value = await ask(candidate);
          if (candidate !== mode)
            log(`${id} is asked in the form "${candidate}" from now on; "${mode}" did not work.`);
          mode = candidate;
          proven = true;
          return value;
        } catch (error) {
          failures.push(error);
          if (misfit(error)) misfits += 1;
          else if (proven || !refusesForm(error)) throw error;
          if (misfits >= misfitsAtMost) throw error;
        }
      }
      throw failures[0];
    },
  };
}

function misfit(error: unknown): boolean {
  if (APICallError.isInstance(error)) return error.statusCode === 200 && !brokeOff(error);
  return (
    NoObjectGeneratedError.isInstance(error) &&
    error.finishReason !== 'length' &&
    error.finishReason !== 'content-filter'
  );
}

function refusesForm(error: unknown): boolean {
  if (!APICallError.isInstance(error) || saysContextFull(error) || saysQuotaSpent(error)) return false;
  const refused = error.statusCode === 400 || error.statusCode === 422 || error.statusCode === 501;
  return refused && serverCode(error).param !== 'temperature';
}
