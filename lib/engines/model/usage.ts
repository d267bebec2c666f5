import { BarRaiserError, type ErrorCode } from '#lib/domain/errors.ts';
import { costOf, type Price } from './prices.ts';
import type { PromptStamp } from './prompts.ts';
import type { Budget, Budgets } from './settings.ts';

export type Purpose = 'speech' | 'grading' | 'debrief' | 'check';

/** One request to a model, whatever became of it. Holds nothing of what was said. */
export interface UsageRecord {
  /** Milliseconds since the epoch. */
  at: number;
  interviewId: string | null;
  purpose: Purpose;
  model: string;
  prompt: PromptStamp;
  inputTokens: number | null;
  outputTokens: number | null;
  cachedInputTokens: number | null;
  /** Whether the server counted the tokens; else they are estimated from the characters. */
  counted: boolean;
  /** US dollars; null: the model's price is not known. */
  estimatedCost: number | null;
  milliseconds: number;
  outcome: 'completed' | 'abandoned' | ErrorCode;
}

export interface Spent {
  tokens: number;
  dollars: number;
  /** Requests whose price is not known. */
  unpriced: number;
}

export type SpentScope = { interviewId: string } | { ownerOf: string; since: number } | { since: number };

/** Where usage is kept. The store of the product implements it; without one it is kept in memory. */
export interface UsageStore {
  record(usage: UsageRecord): Promise<void>;
  /** What was spent in an interview, by the owner of one or by everybody since a moment (milliseconds since the epoch). */
  spent(scope: SpentScope): Promise<Spent>;
}

/** Keeps usage for the life of the process: enough for a command, which has one owner. */
export function createMemoryUsageStore(): UsageStore & { readonly records: readonly UsageRecord[] } {
  const records: UsageRecord[] = [];
  return {
    records,
    record: async (usage) => {
      records.push(usage);
    },
    spent: async (scope) =>
      sumOf(
        records.filter((usage) =>
          'since' in scope ? usage.at >= scope.since : usage.interviewId === scope.interviewId,
        ),
      ),
  };
}

/** The sum of what was spent in requests. */
export function sumOf(records: readonly UsageRecord[]): Spent {
  return records.reduce<Spent>(
    (sum, { inputTokens, outputTokens, estimatedCost }) => ({
      tokens: sum.tokens + (inputTokens ?? 0) + (outputTokens ?? 0),
      dollars: sum.dollars + (estimatedCost ?? 0),
      unpriced: sum.unpriced + (estimatedCost === null ? 1 : 0),
    }),
    { tokens: 0, dollars: 0, unpriced: 0 },
  );
}

/** About four characters of English a token; used only where a server does not count, and for the context check. */
export function estimateTokens(text: string): number {
  return Math.ceil(text.length / 4);
}

export interface BudgetCheck {
  budgets: Budgets;
  store: UsageStore;
  price: Price | null;
  modelId: string;
}

/**
 * Refuses a request when the interview, its owner's day or everybody's day (UTC) has spent its budget. A request that starts within it is let
 * finish, so that a budget can be passed by the requests that are under way at once, never by more.
 * @throws BarRaiserError model_budget_spent; model_settings when money is limited and the model's price is not known.
 */
export async function refuseOverBudget(
  { budgets, store, price, modelId }: BudgetCheck,
  { interviewId, now }: { interviewId: string | null; now: number },
): Promise<void> {
  const limited = [budgets.interview, budgets.ownerDay, budgets.day].some(({ dollars }) => dollars !== null);
  if (limited && !price) {
    throw new BarRaiserError(
      'model_settings',
      `A budget in dollars is set, but the price of ${modelId} is not known. Set MODEL_PRICES="${modelId}=INPUT/OUTPUT", in dollars for a million tokens, or a budget in tokens.`,
    );
  }
  if (interviewId !== null && isLimited(budgets.interview)) {
    refuse(
      budgets.interview,
      await store.spent({ interviewId }),
      'this interview',
      'Go on with the embedded engine, or raise',
    );
  }
  const midnight = new Date(now).setUTCHours(0, 0, 0, 0);
  if (interviewId !== null && isLimited(budgets.ownerDay)) {
    refuse(
      budgets.ownerDay,
      await store.spent({ ownerOf: interviewId, since: midnight }),
      'your day',
      'Go on tomorrow, or raise',
    );
  }
  if (isLimited(budgets.day)) {
    refuse(budgets.day, await store.spent({ since: midnight }), 'today', 'Go on tomorrow, or raise');
  }
}

/** What a request cost, by the price of its model. */
export function estimatedCost(
  price: Price | null,
  input: number | null,
  output: number | null,
): number | null {
  return costOf(price, { input, output });
}

function isLimited({ tokens, dollars }: Budget): boolean {
  return tokens !== null || dollars !== null;
}

function refuse({ tokens, dollars }: Budget, spent: Spent, whose: string, whatToDo: string): void {
  const overTokens = tokens !== null && spent.tokens >= tokens;
  const overDollars = dollars !== null && spent.dollars >= dollars;
  if (!overTokens && !overDollars) return;
  const much = overTokens
    ? `${spent.tokens.toLocaleString('en')} of ${(tokens ?? 0).toLocaleString('en')} tokens`
    : `$${spent.dollars.toFixed(2)} of $${(dollars ?? 0).toFixed(2)}`;
  throw new BarRaiserError(
    'model_budget_spent',
    `The budget for ${whose} is spent: ${much}. ${whatToDo} the budget (MODEL_BUDGET_...), or go on with the embedded engine.`,
  );
}
