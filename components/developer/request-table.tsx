import { dollarWords } from '#components/engine-words.ts';
import type { UsageRecord } from '#lib/domain/usage.ts';

/** Every request to a model: what for, how much, how it ended. */
export function RequestTable({ requests }: { requests: readonly UsageRecord[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section aria-label="Requests to models" className="overflow-x-auto" tabIndex={0}>
      <table className="figures w-full text-left text-note">
        <thead className="label">
          <tr>
            {['Purpose', 'Prompt', 'Tokens in', 'Tokens out', 'Cost', 'Time', 'Outcome'].map((name) => (
              <th key={name} scope="col" className="py-1 pr-4 font-medium">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {requests.map((request, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a list of what happened, in its order, never changed
            <tr key={index} className="border-t border-rule">
              <td className="py-1 pr-4">{request.purpose}</td>
              <td className="py-1 pr-4">{request.prompt.id}</td>
              <td className="py-1 pr-4">{counted(request.inputTokens, request.counted)}</td>
              <td className="py-1 pr-4">{counted(request.outputTokens, request.counted)}</td>
              <td className="py-1 pr-4">
                {request.estimatedCost === null ? 'not known' : dollarWords(request.estimatedCost)}
              </td>
              <td className="py-1 pr-4">{request.milliseconds} ms</td>
              <td className="py-1">{request.outcome}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function counted(tokens: number | null, exactly: boolean): string {
  if (tokens === null) return 'not known';
  return `${exactly ? '' : 'about '}${tokens.toLocaleString('en')}`;
}
