import { MarginSection } from '#components/shell/margin-section.tsx';
import { MarkedPhrases } from '#components/study/marked-phrases.tsx';
import type { Revealed } from '#lib/domain/drill/answered.ts';

/** What the library has to say on it, shown once one has answered oneself. */
export function RevealedKey({ revealed }: { revealed: Revealed }) {
  switch (revealed.kind) {
    case 'section':
      return (
        <MarginSection title="As it is published" note="Underlined: what carries it">
          <p className="max-w-read text-read">
            <MarkedPhrases text={revealed.strong} phrases={revealed.keyPhrases} />
          </p>
          <p className="mt-4 max-w-read text-note">
            <span className="label text-rubric!">The common mistake </span>
            {revealed.mistake}
          </p>
        </MarginSection>
      );
    case 'probe':
      return (
        <MarginSection title="What it probes">
          <p className="max-w-read text-note">{revealed.probes}</p>
          {revealed.weak && revealed.strong && (
            <div className="mt-5 grid gap-x-10 gap-y-5 tablet:grid-cols-2">
              <div className="border-t-4 border-rule pt-3">
                <h3 className="label">A weak reply</h3>
                <p className="mt-1.5 text-note">{revealed.weak.reply}</p>
                <p className="mt-2 text-note text-rubric">{revealed.weak.why}</p>
              </div>
              <div className="border-t-4 border-ink pt-3">
                <h3 className="label">A strong reply</h3>
                <p className="mt-1.5 text-note">
                  <MarkedPhrases text={revealed.strong.reply} phrases={[revealed.strong.keyPhrase]} />
                </p>
              </div>
            </div>
          )}
        </MarginSection>
      );
    case 'flaw':
      return (
        <MarginSection title="The bar raiser thinks">
          <p className="max-w-read text-note">{revealed.barRaiserThinks}</p>
        </MarginSection>
      );
    case 'quiz':
      return null;
    default:
      return revealed.example === null ? null : (
        <MarginSection title="As it is published">
          <p className="max-w-read text-read">{revealed.example}</p>
        </MarginSection>
      );
  }
}
