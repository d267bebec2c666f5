import { MarginSection } from '#components/shell/margin-section.tsx';
import type { Delivery } from '#lib/domain/delivery/delivery.ts';
import type { InterviewView } from '#lib/domain/interview-view.ts';
import type { Report } from '#lib/domain/report-schema.ts';
import type { Spent } from '#lib/domain/usage.ts';
import { Colophon } from './colophon.tsx';
import { CriterionList } from './criterion-list.tsx';
import { DeliverySection } from './delivery/delivery-section.tsx';
import { FlagList } from './flag-list.tsx';
import { KeepOrDelete } from './keep-or-delete.tsx';
import { quotesOf } from './marked-text.ts';
import { PointList } from './point-list.tsx';
import { ProbeList } from './probe-list.tsx';
import { QuoteJump } from './quote-jump.tsx';
import { Redo } from './redo.tsx';
import { Transcript } from './transcript.tsx';
import { VoteHeading } from './vote-heading.tsx';

/** The debrief: the document one takes home, with everything that was said beside it. */
export function Debrief({
  view,
  report,
  delivery,
  spent,
}: {
  view: InterviewView;
  report: Report;
  delivery: Delivery;
  spent: Spent | null;
}) {
  return (
    <main id="content" tabIndex={-1} className="sheet w-full outline-none">
      <header className="pt-10 pb-10">
        <p className="label">
          Debrief, {view.principleName}, <time dateTime={iso(view.createdAt)}>{day(view.createdAt)}</time>
        </p>
        {view.engines.changed && (
          <p className="label mt-1 font-normal">Finished with the embedded engine, at your choice.</p>
        )}
        <h1 className="mt-2 max-w-[34ch] text-title">{report.question}</h1>
      </header>
      <div className="gap-x-12 wide:grid wide:grid-cols-[minmax(0,1fr)_23rem]">
        <div className="min-w-0">
          <VoteHeading report={report} view={view} />
          {report.flags.length > 0 && (
            <MarginSection title="To note">
              <FlagList flags={report.flags} />
            </MarginSection>
          )}
          <MarginSection title="For">
            <PointList
              points={report.pros}
              none="Nothing that would speak for a hire was found."
              unvalidated={report.unvalidated}
            />
          </MarginSection>
          <MarginSection title="Against">
            <PointList points={report.cons} none="Nothing speaks against." unvalidated={report.unvalidated} />
          </MarginSection>
          <MarginSection title="Not known">
            <PointList
              points={report.unknowns}
              none="Nothing important stayed open."
              unvalidated={report.unvalidated}
            />
          </MarginSection>
          {(report.weakest || view.redo) && (
            <MarginSection title="Once more" id="redo-heading">
              <Redo view={view} report={report} />
            </MarginSection>
          )}
          <MarginSection title="The questions" note="Each reply, as it was rated">
            <ProbeList probes={report.probes} />
          </MarginSection>
          <MarginSection title="The scores" note="Ten criteria, 0 to 3">
            <CriterionList criteria={report.criteria} unvalidated={report.unvalidated} />
          </MarginSection>
          <MarginSection title="How it sounded" note="No part of the vote">
            <DeliverySection delivery={delivery} pace={report.pace} />
          </MarginSection>
          <MarginSection title="Keep it">
            <KeepOrDelete interviewId={view.id} />
            <Colophon report={report} view={view} spent={spent} />
          </MarginSection>
        </div>
        <aside
          aria-labelledby="transcript-heading"
          className="border-t border-rule pt-5 pb-16 print:break-before-page wide:border-t-0 wide:border-l wide:pt-0 wide:pl-8"
        >
          <section
            aria-labelledby="transcript-heading"
            data-transcript=""
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
            tabIndex={0}
            className="wide:sticky wide:top-4 wide:max-h-[calc(100dvh-2rem)] wide:overflow-y-auto wide:pr-3 print:static print:max-h-none print:overflow-visible"
          >
            <h2 id="transcript-heading" className="pb-4 font-sans text-control font-semibold">
              Transcript
            </h2>
            <Transcript turns={view.turns} quotes={quotesOf(report)} />
          </section>
        </aside>
      </div>
      <QuoteJump />
    </main>
  );
}

function iso(at: number): string {
  return new Date(at).toISOString();
}

function day(at: number): string {
  return new Date(at).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
}
