import { z } from 'zod';
import { runCase } from '#evals/suites/all.ts';
import { processCases } from './graders-of-process.ts';

const contextSchema = z.looseObject({ vars: z.looseObject({ case: z.string() }) });

/** promptfoo's provider: the product itself, asked for one case. The prompt is not sent anywhere; the case's id decides. */
export default class ProductProvider {
  id(): string {
    return processCases().graders.engineId;
  }

  async callApi(_prompt: string, context: unknown): Promise<{ output?: unknown; error?: string }> {
    const { graders, cases } = processCases();
    const { vars } = contextSchema.parse(context);
    const evalCase = cases.get(vars.case);
    if (!evalCase) return { error: `There is no case ${vars.case}.` };
    return { output: await runCase(graders, evalCase) };
  }
}
