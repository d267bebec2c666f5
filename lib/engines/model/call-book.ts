import { type LanguageModelUsage, NoObjectGeneratedError } from 'ai';
import { BarRaiserError, type ErrorCode } from '#lib/domain/errors.ts';
import type { CallDependencies, CallRequest } from './call.ts';
import { faultOf } from './fault.ts';
import { priceOf } from './prices.ts';
import { stampOf } from './prompts.ts';
import type { ResolvedModel } from './provider.ts';
import { estimatedCost, estimateTokens, refuseOverBudget, type UsageRecord } from './usage.ts';

/** Records one request once, however it ends. */
export interface CallBook {
  close(outcome: UsageRecord['outcome'], usage: LanguageModelUsage | undefined, said: string): Promise<void>;
  fail(error: unknown, said?: string, usage?: LanguageModelUsage): Promise<void>;
}

/**
 * Opens the record of a request that is about to be sent, if its budget allows it.
 * @throws BarRaiserError model_budget_spent, model_settings.
 */
export async function callBook(
  { id }: ResolvedModel,
  { purpose, prompt, instructions, request, interviewId }: CallRequest,
  { settings, usage: store, clock }: CallDependencies,
): Promise<CallBook> {
  const price = priceOf(id, settings.prices);
  const { budgets } = settings;
  await refuseOverBudget({ budgets, store, price, modelId: id }, { interviewId, now: clock() });
  const startedAt = clock();
  let open = true;
  const close: CallBook['close'] = async (outcome, usage, said) => {
    if (!open) return;
    open = false;
    const counted = usage?.inputTokens !== undefined && usage.outputTokens !== undefined;
    const estimate = { input: estimateTokens(instructions + request), output: estimateTokens(said) };
    // A request that failed without a count has most likely cost nothing; one that was broken off has.
    const nothing = !counted && said === '' && outcome !== 'completed' && outcome !== 'abandoned';
    const inputTokens = counted ? (usage.inputTokens ?? 0) : nothing ? 0 : estimate.input;
    const outputTokens = counted ? (usage.outputTokens ?? 0) : nothing ? 0 : estimate.output;
    await store.record({
      at: startedAt,
      interviewId,
      purpose,
      model: id,
      prompt: stampOf(prompt),
      inputTokens,
      outputTokens,
      cachedInputTokens: usage?.inputTokenDetails?.cacheReadTokens ?? null,
      counted,
      estimatedCost: estimatedCost(price, inputTokens, outputTokens),
      milliseconds: clock() - startedAt,
      outcome,
    });
  };
  return {
    close,
    fail: (error, said = '', usage) => {
      const counted = NoObjectGeneratedError.isInstance(error) ? error.usage : usage;
      return close(codeOf(faultOf(error, id, clock)), counted, said);
    },
  };
}

function codeOf(fault: unknown): ErrorCode | 'abandoned' {
  return BarRaiserError.isInstance(fault) ? fault.code : 'abandoned';
}
