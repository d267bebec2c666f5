import { homeModes } from '#components/home/home-modes.ts';
import { ModeList } from '#components/home/mode-list.tsx';
import { StandingTable } from '#components/home/standing-table.tsx';
import { UnfinishedLoops } from '#components/loop/unfinished-loops.tsx';
import { MarginSection } from '#components/shell/margin-section.tsx';
import { Unfinished } from '#components/start/unfinished.tsx';
import { pageContext } from '#lib/http/page-context.ts';
import { pageZone } from '#lib/http/page-zone.ts';
import { whatNext } from '#lib/services/what-next.ts';

export default async function HomePage() {
  const next = await whatNext({
    context: await pageContext(),
    input: { utcOffset: await pageZone() },
  });
  return (
    <main id="content" className="sheet w-full pb-20">
      <h1 className="max-w-[24ch] pt-12 pb-10 text-display tablet:pt-16 tablet:pb-12">
        Learn what a bar raiser listens for, practise it in pieces, then be asked.
      </h1>
      <Unfinished interviews={next.unfinished} />
      {next.loops.length > 0 && (
        <div className="mb-10 border-l-4 border-rubric pl-5">
          <p className="text-note">You have an unfinished loop:</p>
          <UnfinishedLoops loops={next.loops} />
        </div>
      )}
      <ModeList modes={homeModes(next)} />
      <MarginSection title="Where the bar stands" note="Your last vote for each principle">
        <StandingTable standing={next.standing} />
      </MarginSection>
    </main>
  );
}
