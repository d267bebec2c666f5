import { excerpt } from '#components/debrief/marked-text.ts';
import type { Reason } from '#lib/domain/drill/result.ts';

const groups = [
  { kind: 'earned', title: 'Earned' },
  { kind: 'cost', title: 'Cost' },
  { kind: 'missing', title: 'Missing' },
] as const;

/** Why it went as it did: what earned, what cost, what is missing, each with the words it rests on. */
export function ReasonList({ reasons, quiz }: { reasons: readonly Reason[]; quiz: boolean }) {
  if (quiz) return <p className="mt-4 max-w-read text-read">{reasons[0]?.text}</p>;
  return (
    <div className="mt-6 grid max-w-field gap-6">
      {groups.map(({ kind, title }) => {
        const own = grouped(reasons.filter((reason) => reason.kind === kind));
        if (own.length === 0) return null;
        return (
          <section
            key={kind}
            className={`border-t-4 pt-3 ${kind === 'earned' ? 'border-ink' : 'border-rule'}`}
          >
            <h4 className={`label ${kind === 'cost' ? 'text-rubric!' : ''}`}>{title}</h4>
            <ul className="mt-2 grid gap-3 text-note">
              {own.map(({ about, text, quotes }) => (
                <li key={`${about} ${text}`}>
                  <span className="font-sans text-control font-semibold">{about}</span>{' '}
                  {quotes.map((quote) => (
                    <span key={quote} className="italic">
                      “{excerpt(quote, 90)}”{' '}
                    </span>
                  ))}
                  <span className={kind === 'earned' ? 'text-faded' : ''}>{text}</span>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

/** Reasons that say the same of several words are one. */
function grouped(reasons: readonly Reason[]): { about: string; text: string; quotes: string[] }[] {
  const groups = new Map<string, { about: string; text: string; quotes: string[] }>();
  for (const { about, text, quote } of reasons) {
    const key = `${about} ${text}`;
    const group = groups.get(key) ?? { about, text, quotes: [] };
    if (quote && !group.quotes.includes(quote.quote)) group.quotes.push(quote.quote);
    groups.set(key, group);
  }
  return [...groups.values()];
}
